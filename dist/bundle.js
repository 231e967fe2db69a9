import { m as openBundle } from "./executor.js";

export { openBundle };