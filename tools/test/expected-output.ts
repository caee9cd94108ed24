/**
 * What an example says that it prints, line by line.
 *
 * Each `console.log` is followed, where its statement ends, by `// output`; comment lines directly below
 * go on with it, or hold all of it. Indentation does not count.
 *
 * @throws Error if a `console.log` says no output
 */
export function expectedOutput(code: string): string[] {
  const output: string[] = [];
  let silent: string | undefined; // a console.log that has said nothing yet
  let below = false; // is this line directly below a console.log or its output?
  for (const line of code.split("\n")) {
    const comment = below ? line.match(/^\s*\/\/ ?(.*)$/) : null;
    if (comment) {
      output.push(comment[1].trim());
      silent = undefined;
      continue;
    }
    const logs = /\bconsole\.log\(/.test(line);
    if (silent && (logs || below)) break;
    if (logs) silent = line.trim();
    const end = silent ? line.match(/;\s*(?:\/\/ (.*))?$/) : null;
    below = end !== null;
    if (end?.[1] !== undefined) {
      output.push(end[1].trim());
      silent = undefined;
    }
  }
  if (silent) throw new Error(`it does not say what this prints: ${silent}`);
  return output;
}
