import "./gradients.js";

export {  };