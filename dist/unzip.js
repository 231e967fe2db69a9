import { i as unzip } from "./archives.js";

export { unzip };