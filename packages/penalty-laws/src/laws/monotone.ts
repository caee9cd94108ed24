import { pairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { objective } from "../numbers/objective.ts";
import { plain } from "../numbers/plain-data.ts";
import { objectiveRounding, ULP } from "../numbers/rounding.ts";
import { dot, minus, norm } from "../numbers/vectors.ts";

/**
 * ⟨prox(w, t) − prox(v, t), w − v⟩ ≥ 0: the prox never turns back. Held at 16 steps from v to w.
 *
 * It holds without convexity, jumps included: the product is what the two objectives would gain together if
 * the proxes changed places, so it is held to the rounding of objectives, and of the proxes.
 * Scope: every penalty. Catches pieces that do not fit together, and the wrong root of an equation.
 */
export const monotone: CheckableLaw = defineLaw({
  name: "prox is monotone",
  cases: pairs,
  contradiction(subject, { v, w, t }) {
    const path = Array.from({ length: 17 }, (_, i) =>
      v.map((vi, j) => vi + (i / 16) * (w[j] - vi)),
    );
    const proxes = path.map((x) => subject.prox(x, t));
    for (let i = 1; i < path.length; i++) {
      const [from, to, p, q] = [path[i - 1], path[i], proxes[i - 1], proxes[i]];
      const move = minus(to, from);
      const product = dot(minus(q, p), move);
      const slack =
        objectiveRounding(subject, from, t, objective(subject, p, from, t)) +
        objectiveRounding(subject, to, t, objective(subject, q, to, t)) +
        32 * ULP * (norm(from) + norm(to)) * norm(move);
      if (product >= -slack) continue;
      return {
        claim: "on the way from v to w the prox turns back",
        numbers: {
          from: plain(from),
          to: plain(to),
          proxFrom: plain(p),
          proxTo: plain(q),
          product,
        },
      };
    }
    return undefined;
  },
});
