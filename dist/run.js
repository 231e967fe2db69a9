import { t as run } from "./commands.js";

export { run };