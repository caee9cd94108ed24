/** What a report can be written as. */
export const FORMATS = ["md", "html", "json"] as const;
export type Format = (typeof FORMATS)[number];
