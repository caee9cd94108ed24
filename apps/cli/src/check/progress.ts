import { makeBar } from "../output/bar.ts";

export interface LawProgress {
  show(law: string, done: number, of: number): void;
  end(): void;
}

/** A bar that names the law at hand. Ctrl-C may end all at any time. */
export function lawProgress(): LawProgress {
  const bar = makeBar("checking {bar} {value}/{total} {law}", { hideCursor: false });
  return { show: (law, done, of) => bar.show(done, of, { law }), end: bar.end };
}
