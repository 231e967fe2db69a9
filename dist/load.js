import { c as inWords, l as loadKeras } from "./executor.js";

export { inWords, loadKeras };