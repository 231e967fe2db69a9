import { n as openHdf5, r as Hdf5Error, t as hdf5Signature } from "./archives.js";

export { Hdf5Error, hdf5Signature, openHdf5 };