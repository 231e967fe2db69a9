import { i as loadFrozen, r as frozenSavedModel } from "./executor.js";

export { frozenSavedModel, loadFrozen };