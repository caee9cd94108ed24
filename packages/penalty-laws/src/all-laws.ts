import type { CheckableLaw } from "./define-law.ts";
import { aliasing } from "./laws/aliasing.ts";
import { badSteps } from "./laws/bad-steps.ts";
import { consistentTraits } from "./laws/consistent-traits.ts";
import { continuousAsDeclared } from "./laws/continuous-as-declared.ts";
import { emptyVector } from "./laws/empty-vector.ts";
import { envelopeBelowValue } from "./laws/envelope-below-value.ts";
import { envelopeFalls } from "./laws/envelope-falls.ts";
import { envelopeGradient } from "./laws/envelope-gradient.ts";
import { firmlyNonExpansive } from "./laws/firmly-non-expansive.ts";
import { globalMinimiser } from "./laws/global-minimiser.ts";
import { infinities } from "./laws/infinities.ts";
import { jsonParameters } from "./laws/json-parameters.ts";
import { jumpsAsDeclared } from "./laws/jumps-as-declared.ts";
import { largerSteps } from "./laws/larger-steps.ts";
import { monotone } from "./laws/monotone.ts";
import { moreauIdentity } from "./laws/moreau-identity.ts";
import { nanPropagates } from "./laws/nan-propagates.ts";
import { odd } from "./laws/odd.ts";
import { ownSteps } from "./laws/own-steps.ts";
import { proxInDomain } from "./laws/prox-in-domain.ts";
import { rebuilt } from "./laws/rebuilt.ts";
import { repeatable } from "./laws/repeatable.ts";
import { returnedOutput } from "./laws/returned-output.ts";
import { scalarAndVectorAgree } from "./laws/scalar-and-vector-agree.ts";
import { scale } from "./laws/scale.ts";
import { separable } from "./laws/separable.ts";
import { shrinks } from "./laws/shrinks.ts";
import { threshold } from "./laws/threshold.ts";
import { untouchedInput } from "./laws/untouched-input.ts";
import { valueAndProxAgree } from "./laws/value-and-prox-agree.ts";
import { valueIsConvex } from "./laws/value-is-convex.ts";
import { valueIsWeaklyConvex } from "./laws/value-is-weakly-convex.ts";
import { valueRange } from "./laws/value-range.ts";
import { wrongLengths } from "./laws/wrong-lengths.ts";
import { zeroStep } from "./laws/zero-step.ts";
import { zerosAndSubnormals } from "./laws/zeros-and-subnormals.ts";

/** Every law, in the order of a report: what the prox is, what the traits promise, how the methods behave. */
export const allLaws: readonly CheckableLaw[] = [
  globalMinimiser,
  valueAndProxAgree,
  proxInDomain,
  valueRange,
  threshold,
  monotone,
  odd,
  shrinks,
  largerSteps,
  scale,
  envelopeBelowValue,
  envelopeFalls,
  envelopeGradient,
  consistentTraits,
  valueIsConvex,
  valueIsWeaklyConvex,
  continuousAsDeclared,
  jumpsAsDeclared,
  firmlyNonExpansive,
  moreauIdentity,
  separable,
  ownSteps,
  scalarAndVectorAgree,
  jsonParameters,
  rebuilt,
  untouchedInput,
  aliasing,
  returnedOutput,
  repeatable,
  nanPropagates,
  infinities,
  zerosAndSubnormals,
  zeroStep,
  badSteps,
  emptyVector,
  wrongLengths,
];
