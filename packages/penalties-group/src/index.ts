export { group, plugin as default } from "./group.ts";
export type { GroupOptions } from "./group-options.ts";
