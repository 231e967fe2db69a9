import { c as weightKey, o as placesInArchive, s as placesInH5 } from "./executor.js";

export { placesInArchive, placesInH5, weightKey };