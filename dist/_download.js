import { t as download } from "./downloads.js";

export { download };