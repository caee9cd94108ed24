import type { Command, OptionValues } from "@commander-js/extra-typings";
import * as linear from "./linear-options.ts";
import { count, natural, nonNegative } from "./numbers.ts";

// What path, compare and subset are asked alike.

/** How a table becomes inputs and a target. */
export function withTable<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command
    .option("--target <column>", "the column to predict", "y")
    .option("--exclude <columns>", "columns to leave out, separated by commas")
    .addOption(linear.weights)
    .addOption(linear.categorical)
    .addOption(linear.dropMissing);
}

/** What is learned beside the weights of columns. */
export function withModel<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command
    .option("--no-intercept", "learn no intercept")
    .option("--no-standardize", "learn on the columns as they are, not of deviation 1")
    .addOption(linear.delta);
}

/** Which rows are left out in turn. */
export function withFolds<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command
    .addOption(linear.cv)
    .addOption(linear.measure)
    .addOption(linear.repeats)
    .option("--seed <n>", "of the folds", natural, 0)
    .addOption(linear.workers);
}

/** Which λ, and how exactly. */
export function withLambdas<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command
    .addOption(linear.lambdaRatio)
    .addOption(linear.lambdas)
    .option("--max-iterations <n>", "when to give up on a λ; default: 200", count)
    .option("--tolerance <number>", "when to stop; default: 1e-8", nonNegative);
}
