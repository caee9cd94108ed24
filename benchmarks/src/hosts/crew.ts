import { fileURLToPath } from "node:url";
import type { HostName, Variant } from "../workload.ts";
import { beside } from "./beside.ts";
import { compile } from "./compile.ts";
import { peerEnvironment } from "./peer-environment.ts";
import type { Peers } from "./peers.ts";
import { type Launch, startWorker, type Worker } from "./worker.ts";

/** The workers of one workload, started when they are first asked for. */
export interface Crew {
  workerOf(variant: Variant): Worker;
  close(): void;
}

/** @param folder where programs are compiled to */
export function makeCrew(workload: string, peers: Peers, folder: string): Crew {
  const workers = new Map<string, Worker>();
  let closed = false;

  /** Node's variants have a process each: what V8 learns of one does not slow another. */
  const nameOf = ({ host, name, threads = 1 }: Variant) =>
    host === "node" ? `node ${name}` : `${host} ${threads}`;

  function launch({ host, threads = 1 }: Variant): Launch {
    const env = peerEnvironment(threads);
    const launches: Record<HostName, () => Launch> = {
      node: () => nodeLaunch(workload),
      python: () => ({
        command: peers.python ?? "python3",
        args: [beside("hosts/worker.py"), beside(`workloads/${workload}.py`)],
        env,
      }),
      c: () => ({ command: compile(peers.compiler ?? "cc", workload, folder), args: [], env }),
      r: () => ({
        command: "Rscript",
        args: [beside("hosts/worker.R"), beside(`workloads/${workload}.R`)],
        env,
      }),
    };
    return launches[host]();
  }

  return {
    workerOf(variant) {
      if (closed) throw new Error("these workers were closed");
      const name = nameOf(variant);
      const worker = workers.get(name) ?? startWorker(launch(variant));
      workers.set(name, worker);
      return worker;
    },
    close() {
      closed = true;
      for (const worker of workers.values()) worker.close();
      workers.clear();
    },
  };
}

/** This very Node, on the sources if we are among them. */
function nodeLaunch(workload: string): Launch {
  const here = import.meta.url;
  const source = here.endsWith(".ts");
  const program = fileURLToPath(new URL(`./node-worker.${source ? "ts" : "js"}`, here));
  const conditions = source ? ["--conditions=@proxkit/source"] : [];
  const { NODE_OPTIONS: _, ...env } = process.env; // vitest's are not for workers
  return { command: process.execPath, args: [...conditions, program, workload], env };
}
