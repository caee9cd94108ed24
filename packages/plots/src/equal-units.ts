import { powerWithin } from "./chart-domain.ts";
import type { Domain } from "./series-domains.ts";

const flattest = 0.5;
const steepest = 1.1;

/**
 * Domains widened, and a height found, so that a unit (on log axes: a decade) is as long on both axes.
 *
 * @param width of the plot, px
 */
export function equalUnits(
  domains: { readonly x: Domain; readonly y: Domain },
  scale: "linear" | "log",
  width: number,
): { readonly x: Domain; readonly y: Domain; readonly height: number } {
  const [x, y] = [domains.x, domains.y].map((of) => (scale === "log" ? of.map(Math.log10) : of));
  const [across, up] = [x, y].map(([low, high]) => high - low);
  const height = Math.round(width * Math.min(Math.max(up / across, flattest), steepest));
  const unit = Math.max(across / width, up / height);
  const widened = ([low, high]: readonly number[], size: number): Domain => {
    const more = (unit * size - (high - low)) / 2;
    const [from, to] = [low - more, high + more];
    return scale === "log" ? [powerWithin(from), powerWithin(to)] : [from, to];
  };
  return { x: widened(x, width), y: widened(y, height), height };
}
