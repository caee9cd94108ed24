import { formatTable } from "../data/write-table.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { colors } from "../output/colors.ts";
import { lineUp, short } from "../output/format.ts";
import { checkPictureName } from "../output/picture-file.ts";
import { writeWhole } from "../output/write-whole.ts";
import { leastLength } from "../penalty/least-length.ts";
import { type LoadedPenalty, loadPenalty } from "../penalty/load-penalty.ts";
import { nameOf } from "../penalty/name-of.ts";
import { UsageError } from "../usage-error.ts";
import { drawPenalty } from "./picture.ts";
import { type Sampled, samplePenalty } from "./sample.ts";

export interface ProxCommand {
  readonly t: number;
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly dimension?: number | undefined;
  readonly out?: string | undefined;
  readonly plot?: string | undefined;
  readonly json?: boolean | undefined;
}

/** The largest |v| that a picture has a place for. */
const FARTHEST = 1e300;

const COLUMNS = ["v", "prox", "value", "envelope"];

/** `proxkit prox`: numbers to a file or standard output; a summary where they do not go there. */
export async function runProx(text: string, command: ProxCommand): Promise<void> {
  const { from, to, points, plot, json } = command;
  const out = command.out ?? (plot === undefined && !json ? "-" : undefined);
  if (!(from < to)) throw new UsageError(`--from must be less than --to, ${to}, received ${from}`);
  if (plot !== undefined && Math.max(-from, to) > FARTHEST)
    throw new UsageError(
      `--plot shows v from -${FARTHEST} to ${FARTHEST}, received ${from} to ${to}`,
    );
  if (json && out === "-") throw new UsageError("--json and --out - both go to standard output");
  checkPictureName(plot);
  await checkOutputs({ "--out": out, "--plot": plot });
  const loaded = await loadPenalty(text, "penalty");
  const dimension = leastLength(loaded, command.dimension);
  const sampled = samplePenalty(loaded.penalty, { ...command, dimension });
  const { failure } = sampled;
  if (failure)
    throw new UsageError(
      `penalty ${text}: failed at v = ${failure.v}: ${reasonOf(failure.error)}`,
      {
        cause: failure.error,
      },
    );

  if (out !== undefined)
    await writeWhole(out, await formatTable(out, COLUMNS, points, sampled.rows));
  if (plot !== undefined) await writeWhole(plot, await drawPenalty(plot, loaded, sampled));
  const files = { values: out, picture: plot };
  if (json) await writeWhole("-", formatJson(loaded, sampled, files));
  else if (out !== "-") await writeWhole("-", formatSummary(loaded, sampled, files));
}

type Files = Readonly<Record<string, string | undefined>>;

function formatSummary({ penalty }: LoadedPenalty, sampled: Sampled, files: Files): string {
  const { options, samples, threshold } = sampled;
  const jumps = samples.jumps?.prox ?? [];
  const heights = jumps.map(({ at, left, right }) => `by ${short(right - left)} at ${short(at)}`);
  const { t, from, to, points, dimension } = options;
  const facts = [
    ["penalty", nameOf(penalty)],
    ["prox", `at t = ${short(t)}, ${points} values for v from ${from} to ${to}`],
    ["threshold", threshold === undefined ? "not known" : short(threshold)],
    ["jumps", heights.join(", ") || "none"],
  ];
  if (dimension > 1) facts.push(["along", `the first of ${dimension} axes`]);
  const written = Object.entries(files)
    .filter(([, path]) => path !== undefined)
    .map(([what, path]) => `  ${what} written to ${path}`);
  return `${[lineUp(facts.map(([name, fact]) => [colors.bold(name), fact])), written.join("\n")].join("\n\n")}\n`;
}

/** JSON has no infinities: they are null, as in all that the command line prints. */
function formatJson({ penalty, module }: LoadedPenalty, sampled: Sampled, files: Files): string {
  const { options, rows, samples, threshold } = sampled;
  const { name, parameters } = penalty;
  const column = (j: number) => Array.from({ length: options.points }, (_, i) => rows[4 * i + j]);
  const result = {
    format: "proxkit-prox",
    version: 1,
    penalty: { module, name, parameters },
    t: options.t,
    dimension: options.dimension,
    threshold: threshold ?? null,
    jumps: samples.jumps?.prox,
    ...Object.fromEntries(COLUMNS.map((what, j) => [what, column(j)])),
    files,
  };
  return `${JSON.stringify(result)}\n`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
