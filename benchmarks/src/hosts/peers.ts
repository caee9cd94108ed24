import { spawnSync } from "node:child_process";
import { beside } from "./beside.ts";
import { peerEnvironment } from "./peer-environment.ts";

/** What we measure against, and what brings it on Debian. */
export const PEERS = {
  numpy: "python3-numpy",
  "scikit-learn": "python3-sklearn",
  numba: "python3-numba",
  torch: "python3-torch",
  glmnet: "r-cran-glmnet",
  C: "gcc",
} as const;
export type PeerName = keyof typeof PEERS;

/** What was found on this machine. */
export interface Peers {
  /** Versions by name; what is missing is not in it. */
  readonly versions: Readonly<Partial<Record<PeerName, string>>>;
  readonly missing: readonly PeerName[];
  readonly python: string | undefined;
  readonly compiler: string | undefined;
  /** The BLAS of numpy and the kernels that it chose, if threadpoolctl can say. */
  readonly blas: string | undefined;
}

/** The line that installs peers, and what tells which BLAS there is. */
export function installLine(names: readonly PeerName[]): string {
  const packages: string[] = names.map((name) => PEERS[name]);
  if (names.includes("numpy")) packages.push("libopenblas0-pthread", "python3-threadpoolctl");
  return `sudo apt-get install -y ${packages.join(" ")}`;
}

/** The workers in C and R know no Windows: they are missing there. */
const POSIX = process.platform !== "win32";

/**
 * Looks for peers.
 *
 * @param without names to be taken as missing, whatever there is
 */
export function findPeers(without: readonly PeerName[] = []): Peers {
  const python = bestPython();
  const compiler = POSIX
    ? ["cc", "gcc", "clang"].find((cc) => said(cc, ["--version"]) !== undefined)
    : undefined;
  const found: Record<string, string> = {
    ...python?.versions,
    ...(POSIX && parsed(said("Rscript", [beside("hosts/worker.R"), "--versions"]))),
    ...(compiler && { C: said(compiler, ["--version"])?.split("\n")[0] ?? compiler }),
  };
  const { blas, ...versions } = found;
  for (const name of without) delete versions[name];
  const names = Object.keys(PEERS) as PeerName[];
  return {
    versions,
    missing: names.filter((name) => versions[name] === undefined),
    python: python?.command,
    compiler,
    blas,
  };
}

/** The python3 that brings most peers: Debian's need not be the one on PATH. */
function bestPython() {
  const pythons = ["/usr/bin/python3", "python3"].map((command) => ({
    command,
    versions: parsed(said(command, [beside("hosts/worker.py"), "--versions"])),
  }));
  const count = ({ versions }: (typeof pythons)[number]) => Object.keys(versions).length;
  const [first, second] = pythons;
  const best = count(second) > count(first) ? second : first;
  return count(best) > 0 ? best : undefined;
}

function said(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, {
    encoding: "utf8",
    env: peerEnvironment(1),
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout : undefined;
}

function parsed(text: string | undefined): Record<string, string> {
  const line = text?.split("\n").find((line) => line.startsWith("{"));
  return line === undefined ? {} : JSON.parse(line);
}
