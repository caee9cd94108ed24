/**
 * The names of the columns without those in which pandas keeps an unnamed index: they count the rows, and
 * nobody means them as data.
 */
export function withoutIndex(names: readonly string[]): string[] {
  return names.filter((name) => !/^__index_level_\d+__$/.test(name));
}
