export { box, plugin as default } from "./box.ts";
export type { BoxOptions } from "./box-options.ts";
export { positive } from "./positive.ts";
