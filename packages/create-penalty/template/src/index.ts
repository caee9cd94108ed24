export { type CappedL1Options, cappedL1, plugin as default } from "./capped-l1.ts";
