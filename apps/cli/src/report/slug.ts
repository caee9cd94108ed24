/** The anchor of a heading, as GitHub makes it: "Table 1: the l0 penalty" is table-1-the-l0-penalty. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, "")
    .replace(/\s/g, "-");
}
