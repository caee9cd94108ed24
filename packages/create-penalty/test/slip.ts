import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import type { SeparablePenalty } from "@proxkit/penalty";
import { home } from "./create.ts";

interface Example {
  cappedL1(options: { readonly c: number }): SeparablePenalty;
}

/**
 * The template's penalty with a slip in it.
 *
 * @throws Error if the code to change is not there exactly once
 */
export async function withSlip(right: string, wrong: string): Promise<Example> {
  const parts = readFileSync(join(home, "template/src/capped-l1.ts"), "utf8").split(right);
  if (parts.length !== 2) throw new Error(`the template has ${parts.length - 1} times ${right}`);
  const contract = JSON.stringify(import.meta.resolve("@proxkit/penalty"));
  const code = stripTypeScriptTypes(parts.join(wrong)).replace('"@proxkit/penalty"', contract);
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
