export { plugin as default, type TL1Options, tl1 } from "./tl1.ts";
