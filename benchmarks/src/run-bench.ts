import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBar } from "./bar.ts";
import { type Crew, makeCrew } from "./hosts/crew.ts";
import { findPeers, type PeerName, type Peers } from "./hosts/peers.ts";
import { machineHere } from "./machine.ts";
import { makeCalm } from "./measure/calm.ts";
import { measure } from "./measure/measure.ts";
import type { CaseResult } from "./measure/result.ts";
import type { ExitCode } from "./program.ts";
import { hold } from "./races/hold.ts";
import type { RaceResult } from "./races/race.ts";
import { peersInWords } from "./report/peers-in-words.ts";
import type { Report } from "./report/report.ts";
import { terminalReport } from "./report/terminal.ts";
import { writeReport } from "./report/write-report.ts";
import { raceSelection, selection } from "./selection.ts";
import { UsageError } from "./usage-error.ts";

export interface BenchOptions {
  readonly only?: RegExp | undefined;
  readonly quick?: true | undefined;
  readonly out?: string | undefined;
  readonly rounds: number;
  readonly seed: number;
  readonly patience: number;
  readonly without?: readonly PeerName[] | undefined;
  readonly peers?: true | undefined;
}

/** Of each variant at first, and of a sample at least; ms. V8 takes a second to know a program of some size. */
const DURATIONS = {
  full: { warmUp: 1000, minimum: 20 },
  quick: { warmUp: 100, minimum: 3 },
} as const;
const root = new URL("../../", import.meta.url);

/** Measures, prints, writes; all files at the end, each whole or not at all. */
export async function runBench(options: BenchOptions): Promise<ExitCode> {
  const peers = findPeers(options.without);
  if (options.peers) {
    process.stdout.write(peersInWords(peers));
    return 0;
  }
  const size = options.quick ? "quick" : "full";
  const chosen = selection(size, options.only);
  const raced = raceSelection(size, options.only);
  if (chosen.length === 0 && raced.length === 0)
    throw new UsageError(`--only ${options.only?.source}: no case matches`);
  const folder = resolve(
    process.env.PROXKIT_CWD ?? ".",
    options.out ?? fileURLToPath(new URL("docs", root)),
  );
  mkdirSync(folder, { recursive: true });

  process.stdout.write(`${peersInWords(peers)}\n`);
  const results: CaseResult[] = [];
  const races: RaceResult[] = [];
  const interrupted = await withScratch(async (scratch, crews, signal) => {
    const calm = makeCalm({ patience: options.patience, signal }); // one for all: a calm machine needs none
    for (const { workload, cases } of chosen) {
      const crew = makeCrew(workload.name, peers, scratch);
      crews.add(crew);
      for (const one of cases) {
        const bar = makeBar("measuring {bar} {words}");
        const [result] = await measure(workload, [one], crew, {
          rounds: options.rounds,
          seed: options.seed,
          ...DURATIONS[size],
          calm,
          folder: scratch,
          missing: peers.missing,
          signal,
          onSample: (done, of, words) => bar.show(done, of, { words }),
        });
        bar.end();
        results.push(result);
      }
      crew.close();
    }
    for (const race of raced) {
      const bar = makeBar("racing {bar} {words}");
      const onMethod = (done: number, of: number, words: string) => bar.show(done, of, { words });
      races.push(await hold(race, { size, calm, signal, onMethod }));
      bar.end();
    }
  });
  if (interrupted) {
    process.stderr.write("bench: interrupted, nothing written\n");
    return 1;
  }
  const report = reportOf({ results, races }, options, peers);
  process.stdout.write(terminalReport(report));
  for (const path of await writeReport(report, folder)) process.stdout.write(`  written ${path}\n`);
  const failed =
    results.some(({ variants }) => variants.some(({ failure }) => failure)) ||
    races.some(({ failures }) => failures.length > 0);
  return failed ? 1 : 0;
}

/** A folder for data and programs, gone afterwards, as are the workers. True if it was interrupted. */
async function withScratch(
  work: (folder: string, crews: Set<Crew>, signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "proxkit-bench-"));
  const crews = new Set<Crew>();
  const controller = new AbortController();
  const interrupt = () => {
    controller.abort();
    for (const crew of crews) crew.close(); // what is waited for ends
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupt);
  try {
    await work(folder, crews, controller.signal);
    return false;
  } catch (error) {
    if (controller.signal.aborted) return true;
    throw error;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupt);
    for (const crew of crews) crew.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportOf(
  measured: Pick<Report, "results" | "races">,
  options: BenchOptions,
  peers: Peers,
): Report {
  const words = ["npm run bench"];
  const given = [
    options.only && `--only "${options.only.source}"`,
    options.quick && "--quick",
    options.rounds !== 5 && `--rounds ${options.rounds}`,
    options.seed !== 1 && `--seed ${options.seed}`,
    options.without && `--without ${options.without.join()}`,
  ].filter((word) => typeof word === "string");
  if (given.length > 0) words.push("--", ...given);
  return {
    format: "proxkit-benchmarks",
    version: 1,
    date: new Date().toISOString().slice(0, 10),
    command: words.join(" "),
    machine: machineHere(),
    peers: { versions: peers.versions, missing: peers.missing, blas: peers.blas ?? null },
    rounds: options.rounds,
    minimum: DURATIONS[options.quick ? "quick" : "full"].minimum,
    ...measured,
  };
}
