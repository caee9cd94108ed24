import { vectorCases } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { plain } from "../numbers/plain-data.ts";
import { same } from "../numbers/vectors.ts";

/**
 * prox(v, t, v) writes over v what prox(v, t) returns, whatever stood in `out`, and also where v is a part of
 * a larger buffer, whose other entries stay.
 *
 * Scope: every penalty. Catches a prox that reads v after it has begun to write, one that adds to what is in
 * `out`, and one that writes from the start of the buffer.
 */
export const aliasing: CheckableLaw = defineLaw({
  name: "prox may write over its input",
  cases: vectorCases,
  contradiction(subject, { v, t }) {
    const { penalty } = subject;
    const fresh = subject.prox(v, t);
    const over = v.slice();
    penalty.prox(over, t, over);
    const buffer = new Float64Array(v.length + 2).fill(7);
    const part = buffer.subarray(1, v.length + 1);
    part.set(v);
    penalty.prox(part, t, part);
    const stale = new Float64Array(v.length).fill(Number.NaN);
    penalty.prox(v.slice(), t, stale);
    const kept = buffer[0] === 7 && buffer[v.length + 1] === 7;
    if (same(over, fresh) && same(part, fresh) && same(stale, fresh) && kept) return undefined;
    return {
      claim: kept ? "with out the prox is another" : "the prox writes outside out",
      numbers: {
        prox: plain(fresh),
        proxOverItself: plain(over),
        proxOverPartOfBuffer: plain(part),
        proxOverNaN: plain(stale),
      },
    };
  },
});
