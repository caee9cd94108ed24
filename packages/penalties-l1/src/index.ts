export { l1, plugin as default } from "./l1.ts";
