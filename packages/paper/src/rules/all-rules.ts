import { beyondRules } from "../beyond/rules.ts";
import { figureRules, type Rule } from "../figures/rules.ts";
import { tableRules } from "./rules.ts";

/**
 * The rules that verdicts go by, by name, each with the test that holds it.
 *
 * @example
 * ```ts
 * import { rules } from "@proxkit/paper";
 *
 * console.log(rules.agrees.test.split(":")[0]); // packages/paper/test/rules/agrees.test.ts
 * ```
 */
export const rules: Readonly<Record<string, Rule>> = {
  ...tableRules,
  ...figureRules,
  ...beyondRules,
};
