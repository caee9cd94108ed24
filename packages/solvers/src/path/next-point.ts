import type { PathPoint } from "./solve-path.ts";

/** Solves for the next λ, at most the one before. */
export type NextPoint = (lambda: number) => Omit<PathPoint, "lambda" | "deviance">;
