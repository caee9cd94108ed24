/** Names as a user lists them: a,b,c. */
export function namesIn(list: string | undefined): string[] {
  return list === undefined ? [] : list.split(",").map((name) => name.trim());
}
