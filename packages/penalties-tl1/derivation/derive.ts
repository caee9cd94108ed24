/*
 * Derives src/squared-ratio.ts, writes it, and says how far the prox made with it is from exact:
 *
 *     npm run derive
 */
import { writeFileSync } from "node:fs";
import { sourceFile } from "./source-file.ts";
import { approximation } from "./squared-ratio.ts";

const file = new URL("../src/squared-ratio.ts", import.meta.url);
writeFileSync(file, sourceFile(approximation()));
const { sweep } = await import("../test/sweep.ts"); // after the file that it is about
for (const [where, worst] of Object.entries(sweep({ rounds: 20_000, seed: 1 })))
  console.log(
    `${where}: ${worst.units} of 2⁻⁵²·|v|, at v = ${worst.v}, t = ${worst.t}, a = ${worst.a}`,
  );
