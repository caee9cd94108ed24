import { numberOptions } from "@proxkit/penalty";

export const options: ReturnType<typeof numberOptions<"a">> = numberOptions({
  a: { default: 1, above: 0 },
});

export interface TL1Options {
  /** Shape, a > 0: near 0 the penalty is like l0, for large a like l1. Default: 1. */
  readonly a?: number | undefined;
}
