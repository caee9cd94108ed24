import { Command, InvalidArgumentError } from "@commander-js/extra-typings";
import { PEERS, type PeerName } from "./hosts/peers.ts";

/** 0 measured; 1 a variant failed or computes something else, or interrupted; 2 bad usage. */
export type ExitCode = 0 | 1 | 2;

export function makeProgram(setExitCode: (code: ExitCode) => void) {
  return new Command("bench")
    .usage("[options]")
    .description(
      "Measure proxkit beside its peers and the machine's limits; print ratios, write Markdown, JSON and pictures.",
    )
    .option("--only <regex>", 'only cases whose "workload case" matches', regex)
    .option("--quick", "small sizes: does everything work?")
    .option("--out <dir>", "where benchmarks.md, benchmarks.json and pictures go; default: docs")
    .option("--rounds <n>", "how often each variant is timed", count, 5)
    .option("--seed <n>", "decides the order in each round", seed, 1)
    .option("--patience <seconds>", "to wait for a calm machine, in all", seconds, 300)
    .option("--without <names>", "peers to do without, such as numpy,torch", peers)
    .option("--peers", "say which peers are there, and how to install the others")
    .allowExcessArguments(false)
    .addHelpText(
      "after",
      `
Examples:
  $ npm run bench
  $ npm run bench -- --quick --out /tmp/bench
  $ npm run bench -- --only "prox (soft|hard)" --rounds 9

Rounds at a load average over 1.5 are thrown away and run again, as long as there is patience.
Exit codes: 0 measured; 1 a variant failed or its result is another one, or interrupted; 2 bad usage.`,
    )
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) })
    .action(async (options) => {
      const { runBench } = await import("./run-bench.ts");
      setExitCode(await runBench(options));
    });
}

/** Commander's error and its suggestion, on one line. */
function oneLine(text: string): string {
  const words = text.replace(/^error: /, "").trim();
  return `bench: ${words.replace(/\s*\n\s*/g, " ")}\n`;
}

function regex(text: string): RegExp {
  try {
    return new RegExp(text, "i");
  } catch (cause) {
    const { message } = cause as SyntaxError;
    throw Object.assign(new InvalidArgumentError(`expected a regular expression: ${message}`), {
      cause,
    });
  }
}

function whole(text: string, least: number): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(Number.isSafeInteger(value) && value >= least))
    throw new InvalidArgumentError(`expected a whole number at least ${least}, received "${text}"`);
  return value;
}
const count = (text: string) => whole(text, 1);
const seed = (text: string) => whole(text, 0);
const seconds = (text: string) => whole(text, 0);

function peers(text: string): PeerName[] {
  return text.split(",").map((name) => {
    if (!Object.hasOwn(PEERS, name))
      throw new InvalidArgumentError(
        `expected some of ${Object.keys(PEERS).join(", ")}, received "${name}"`,
      );
    return name as PeerName;
  });
}
