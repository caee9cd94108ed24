import { short } from "../output/format.ts";
import { renderPicture } from "../output/picture-file.ts";
import type { LoadedPenalty } from "../penalty/load-penalty.ts";
import { nameOf } from "../penalty/name-of.ts";
import type { Sampled } from "./sample.ts";

/** The picture of a penalty, as SVG or PNG by the name of its file. */
export async function drawPenalty(
  path: string,
  { penalty }: LoadedPenalty,
  { options, samples }: Sampled,
): Promise<string | Uint8Array> {
  const { penaltyPicture } = await import("@proxkit/plots");
  const { t, dimension } = options;
  const axis = dimension === 1 ? "" : `, along the first of ${dimension} axes`;
  const picture = penaltyPicture({
    ...samples,
    name: nameOf(penalty),
    t,
    title: `${nameOf(penalty)}, t = ${short(t)}${axis}`.replaceAll(" = ", "\u00a0=\u00a0"),
  });
  return await renderPicture(path, picture);
}
