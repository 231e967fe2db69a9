import { a as loadKeras, i as inWords } from "./executor.js";

export { inWords, loadKeras };