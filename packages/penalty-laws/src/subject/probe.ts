import { ULP } from "../numbers/rounding.ts";
import type { Guarded } from "./guarded.ts";
import type { Lengths } from "./lengths.ts";

/** What a few fixed points tell of a penalty. */
export interface Probed {
  readonly even: boolean;
  readonly starShaped: boolean;
  readonly hasZero: boolean;
  readonly unit: number;
}

/**
 * Compares values at a few fixed points of many sizes, and at their proxes, which lie in the domain.
 *
 * A penalty that throws is taken to be even and star-shaped: the laws that ask for it then say what it threw.
 */
export function probe(methods: Guarded, lengths: Lengths, landmarks: readonly number[]): Probed {
  try {
    const length = lengths.sizes[lengths.sizes.length - 1];
    const points = probePoints(methods, length, landmarks);
    const unit = methods.value(new Float64Array(length).fill(1));
    const hasZero = methods.value(new Float64Array(length)) < Number.POSITIVE_INFINITY;
    return {
      even: points.every((w) => agree(methods.value(w), methods.value(scaled(w, -1)))),
      starShaped: hasZero && points.every((w) => neverRises(methods, w)),
      hasZero,
      unit: unit < Number.POSITIVE_INFINITY ? Math.abs(unit) : 0,
    };
  } catch {
    return { even: true, starShaped: true, hasZero: true, unit: 0 };
  }
}

function probePoints(
  methods: Guarded,
  length: number,
  landmarks: readonly number[],
): readonly Float64Array[] {
  const sizes = [
    1e-3,
    0.1,
    0.5,
    1,
    2,
    10,
    1e3,
    ...landmarks.flatMap((x) => [0.7 * x, 1.1 * x, 3 * x]),
  ];
  // entries of different sizes and signs
  const points = sizes.map((size) =>
    Float64Array.from({ length }, (_, i) => (i % 2 ? -size : size) / (1 + (i % 3))),
  );
  const domain = points.flatMap((v) => [methods.prox(v, 1), methods.prox(scaled(v, -1), 1)]);
  return [...points, ...domain];
}

function neverRises(methods: Guarded, w: Float64Array): boolean {
  const value = methods.value(w);
  return [0, 0.01, 0.25, 0.5, 0.9, 0.99].every(
    (share) => methods.value(scaled(w, share)) <= value * (1 + 32 * ULP),
  );
}

function scaled(w: Float64Array, by: number): Float64Array {
  return w.map((wi) => by * wi);
}

/** Equal to a few ulps; two infinities, and two NaNs, are. */
function agree(x: number, y: number): boolean {
  return Object.is(x, y) || Math.abs(x - y) <= 32 * ULP * Math.abs(x);
}
