import { y as gitLabOf } from "./camdrift.js";

export { gitLabOf };