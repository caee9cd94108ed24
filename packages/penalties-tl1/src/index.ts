export { plugin as default, type TL1Options, tl1 } from "./tl1.ts";
export { type TL1Step, tl1Step } from "./tl1-step.ts";
