/** Names with commas between them; of many the first and the last. */
export function shortList(names: readonly string[]): string {
  return names.length <= 12
    ? names.join(", ")
    : `${names.slice(0, 5).join(", ")}, … ${names.at(-1)}`;
}
