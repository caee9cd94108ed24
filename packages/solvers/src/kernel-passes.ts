import { type PlanarVectors, planarPass } from "@proxkit/kernels";
import type { Penalty, ProxKernel, SeparablePenalty } from "@proxkit/penalty";
import type { PlanarPasses, PlanarPassesOptions } from "./planar-passes.ts";
import type { RvsmState } from "./rvsm-state.ts";

/**
 * The passes in the kernels, prox and P(u) included, for a penalty that says which operator its prox is.
 *
 * They work on memory of their own, on which `open` gives arrays. The first step of a state from elsewhere, such as one
 * that was saved, copies its vectors there, and puts arrays on that memory in their place.
 *
 * @returns undefined where the kernels have no such prox
 */
export function kernelPasses(
  options: PlanarPassesOptions,
  penalty: Penalty,
  t: number,
): PlanarPasses | undefined {
  const operator = operatorOf(penalty, t);
  if (operator === undefined) return undefined;
  const { planar, beta, normalize } = options;
  const { wStar, kernel: loss } = planar;
  const pass = planarPass({ wStar, beta, normalize, loss, operator });
  let last: PlanarVectors | undefined;
  let others: WeakMap<Float64Array, PlanarVectors> | undefined; // by its w; most solvers run once, and need none

  function vectorsOf(state: RvsmState): PlanarVectors {
    if (last !== undefined && areOf(state, last)) return last;
    const vectors = others?.get(state.w);
    return vectors !== undefined && areOf(state, vectors) ? asLast(vectors) : adopted(state);
  }

  function adopted(state: RvsmState): PlanarVectors {
    const vectors = open();
    for (const key of ["w", "u", "gradient"] as const) {
      vectors[key].set(state[key]);
      state[key] = vectors[key];
    }
    return vectors;
  }

  function open(): PlanarVectors {
    return asLast(pass.open());
  }

  function asLast(vectors: PlanarVectors): PlanarVectors {
    if (last !== undefined) {
      others ??= new WeakMap();
      others.set(last.w, last);
    }
    last = vectors;
    return vectors;
  }

  return {
    open,
    depart(state) {
      const vectors = vectorsOf(state);
      vectors.depart(state.nextStepSize);
      return vectors.sums;
    },
    arrive(state, scale, along, toStar) {
      const vectors = vectorsOf(state);
      vectors.arrive(scale, along, toStar);
      return vectors.sums;
    },
    whole:
      loss &&
      ((state) => {
        const vectors = vectorsOf(state);
        return vectors.step(state.nextStepSize) ? vectors.sums : undefined;
      }),
    release(state) {
      const vectors = last?.w === state.w ? last : others?.get(state.w);
      if (vectors === undefined || !areOf(state, vectors)) return;
      others?.delete(vectors.w);
      if (last === vectors) last = undefined;
      pass.close(vectors);
    },
  };
}

/** Whether a state's arrays are these. */
function areOf(state: RvsmState, { w, u, gradient }: PlanarVectors): boolean {
  return state.w === w && state.u === u && state.gradient === gradient;
}

function operatorOf(penalty: Penalty, t: number): ProxKernel | undefined {
  if (!(t > 0)) return undefined;
  const operator = (penalty as Partial<SeparablePenalty>).kernel?.(t);
  if (operator === undefined || "divisor" in operator) return undefined;
  const { threshold } = operator.kind === "tl1" ? operator.step : operator;
  return threshold > 0 && threshold < Number.POSITIVE_INFINITY ? operator : undefined;
}
