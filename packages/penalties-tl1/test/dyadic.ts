/** A number m·2^e, exactly: what doubles are, closed under + and ·. The slow twin's arithmetic. */
export interface Dyadic {
  readonly m: bigint;
  readonly e: number;
}

export function exactly(x: number): Dyadic {
  let e = 0;
  let m = x;
  while (!Number.isInteger(m)) {
    m *= 2; // exact: a power of two
    e--;
  }
  return { m: BigInt(m), e };
}

export function plus(a: Dyadic, b: Dyadic): Dyadic {
  const e = Math.min(a.e, b.e);
  return { m: (a.m << BigInt(a.e - e)) + (b.m << BigInt(b.e - e)), e };
}

export function times(...factors: readonly Dyadic[]): Dyadic {
  return factors.reduce((a, b) => ({ m: a.m * b.m, e: a.e + b.e }), { m: 1n, e: 0 });
}

export const minus = (a: Dyadic, b: Dyadic): Dyadic => plus(a, { m: -b.m, e: b.e });
export const sign = ({ m }: Dyadic): number => (m > 0n ? 1 : m < 0n ? -1 : 0);
