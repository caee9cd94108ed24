import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type PeerProblem, problems } from "./problems.ts";

/** What a peer found for one problem. */
export interface PeerSolution {
  readonly name: string;
  /** For each λ those of each output. */
  readonly intercept: readonly (readonly number[])[];
  /** For each λ those of each feature, the outputs of a feature beside each other. */
  readonly coefficients: readonly (readonly number[])[];
  readonly mean?: readonly number[];
  readonly standardError?: readonly number[];
  readonly best?: number;
  readonly oneStandardError?: number;
  /** Of a Huber loss, whose scale the peer estimates. */
  readonly delta?: number;
  readonly lambda?: number;
}

export interface PeerAnswers {
  readonly by: string;
  readonly solutions: readonly PeerSolution[];
}

interface Peer {
  readonly command: string;
  readonly script: string;
  /** Succeeds where the peer is. */
  readonly probe: readonly string[];
}

export const PEERS: Readonly<Record<string, Peer>> = {
  glmnet: {
    command: "Rscript",
    script: "glmnet.R",
    probe: ["-e", "suppressMessages(library(glmnet)); library(jsonlite)"],
  },
  "scikit-learn": {
    command: "python3",
    script: "scikit_learn.py",
    probe: ["-c", "import sklearn"],
  },
};

/** Whether a peer is installed here; Debian's python3 is asked where another comes first. */
export function commandOf({ command, probe }: Peer): string | undefined {
  return [command, `/usr/bin/${command}`].find((one) => spawnSync(one, probe).status === 0);
}

/** What a peer says of all problems that it solves. */
export function ask(command: string, { script }: Peer, about: readonly PeerProblem[] = problems) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(command, [path], {
    input: JSON.stringify(about),
    encoding: "utf8",
    maxBuffer: 1e9,
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout) as PeerAnswers;
}
