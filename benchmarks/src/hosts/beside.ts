import { fileURLToPath } from "node:url";

/** The path of a file among the sources that is not compiled: `beside("workloads/prox.py")`. */
export function beside(path: string): string {
  return fileURLToPath(new URL(`../../src/${path}`, import.meta.url)); // from src/hosts and dist/hosts alike
}
