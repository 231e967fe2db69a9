import { p as readMetaGraph } from "./executor.js";

export { readMetaGraph };