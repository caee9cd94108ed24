export { hardThreshold } from "./hard-threshold.ts";
export { l0, plugin as default } from "./l0.ts";
