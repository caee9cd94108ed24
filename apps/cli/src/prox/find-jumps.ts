import type { Jump } from "@proxkit/plots";

/** A jump between two samples, narrowed down. */
interface Gap {
  readonly a: number;
  readonly b: number;
  readonly fa: number;
  readonly fb: number;
}

const BISECTIONS = 80;
/** What tells a jump from what it is not. */
interface JumpOptions {
  /** Numbers at which a jump is likely, such as ± the threshold. Default: none. */
  readonly marks?: readonly number[];
  /** Differences up to this are rounding. Default: 0. */
  readonly rounding?: number;
}

/** Jumps smaller than this share of the range are not seen, and not looked for. */
const VISIBLE = 0.005;

/**
 * Where a function of one variable jumps between samples, to the last bit or so.
 *
 * @param v the samples, ascending
 */
export function findJumps(
  f: (v: number) => number,
  v: ArrayLike<number>,
  { marks = [], rounding = 0 }: JumpOptions = {},
): Jump[] {
  const y = Array.from(v, f);
  const finite = y.filter(Number.isFinite);
  const range =
    finite.reduce((a, b) => Math.max(a, b), 0) - finite.reduce((a, b) => Math.min(a, b), 0);
  const enough = Math.max(VISIBLE * range, 2 * rounding);
  const gaps: Gap[] = [];
  for (let i = 1; i < v.length; i++) {
    const gap = narrow(f, { a: v[i - 1], b: v[i], fa: y[i - 1], fb: y[i] }, enough);
    if (gap) gaps.push(gap);
  }
  return gaps.flatMap((gap, k) => {
    const next = gaps[k + 1];
    if (gaps[k - 1]?.b === gap.a) return []; // told with the one before
    if (gap.b === next?.a) return { at: gap.b, left: gap.fa, right: next.fb, value: gap.fb };
    return toJump(gap, marks);
  });
}

/** Halves an interval again and again, keeping the half in which more happens, while that is enough. */
function narrow(f: (v: number) => number, gap: Gap, enough: number): Gap | undefined {
  let { a, b, fa, fb } = gap;
  if (size(fa, fb) <= enough) return undefined;
  for (let k = 0; k < BISECTIONS && size(fa, fb) > enough / 2; k++) {
    const middle = a + (b - a) / 2;
    if (middle === a || middle === b) break;
    const fm = f(middle);
    if (size(fa, fm) >= size(fm, fb)) [b, fb] = [middle, fm];
    else [a, fa] = [middle, fm];
  }
  return size(fa, fb) > enough / 2 ? { a, b, fa, fb } : undefined;
}

/** How far apart; between a number and Infinity a jump without end, around NaN none. */
function size(fa: number, fb: number): number {
  return fa === fb || Number.isNaN(fa) || Number.isNaN(fb) ? 0 : Math.abs(fa - fb);
}

/** The function is said to be at one end of the gap: where it is expected, else where it is less. */
function toJump({ a, b, fa, fb }: Gap, marks: readonly number[]): Jump {
  const left = marks.includes(a) || (!marks.includes(b) && Math.abs(fa) <= Math.abs(fb));
  return { at: left ? a : b, left: fa, right: fb, value: left ? fa : fb };
}
