import { pairs } from "../cases/cases.ts";
import { type CheckableLaw, defineLaw } from "../define-law.ts";
import { envelope } from "../numbers/envelope.ts";
import { plain } from "../numbers/plain-data.ts";
import { objectiveRounding, ULP } from "../numbers/rounding.ts";
import { dot, minus, norm } from "../numbers/vectors.ts";

/**
 * The gradient of env_t P at v is g(v) = (v − prox(v, t))/t, off the jumps; as inequalities that hold at the
 * jumps too, and need no small differences:
 *
 *     ⟨g(w), w − v⟩ − ‖w − v‖²/2t  ≤  env_t P(w) − env_t P(v)  ≤  ⟨g(v), w − v⟩ + ‖w − v‖²/2t
 *
 * Scope: every penalty. Catches a prox that is right at some points and wrong between them.
 */
export const envelopeGradient: CheckableLaw = defineLaw({
  name: "envelope has the gradient (v − prox)/t",
  cases: pairs,
  contradiction(subject, { v, w, t }) {
    const [atV, atW] = [envelope(subject, v, t), envelope(subject, w, t)];
    const [gv, gw] = [v, w].map((x) => minus(x, subject.prox(x, t)).map((gi) => gi / t));
    const move = minus(w, v);
    const bend = dot(move, move) / (2 * t);
    const rise = atW - atV;
    const [atLeast, atMost] = [dot(gw, move) - bend, dot(gv, move) + bend];
    const slack =
      objectiveRounding(subject, v, t, t * atV, t * atW) +
      32 * ULP * (norm(v) + norm(w)) * norm(move);
    if (rise >= atLeast - slack / t && rise <= atMost + slack / t) return undefined;
    return {
      claim: "the envelope does not rise from v to w as (v − prox)/t says",
      numbers: {
        envelopeAtV: atV,
        envelopeAtW: atW,
        gradientAtV: plain(gv),
        gradientAtW: plain(gw),
        rise,
        atLeast,
        atMost,
      },
    };
  },
});
