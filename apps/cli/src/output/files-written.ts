/** A line for each file that was written, for a report; none where there is none. */
export function filesWritten(files: Readonly<Record<string, string>>): string[] {
  const lines = Object.entries(files).map(
    ([what, path]) => `  ${what} written to ${path === "-" ? "standard output" : path}`,
  );
  return lines.length > 0 ? [lines.join("\n")] : [];
}
