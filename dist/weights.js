import { d as placesInH5, f as weightKey, u as placesInArchive } from "./executor.js";

export { placesInArchive, placesInH5, weightKey };