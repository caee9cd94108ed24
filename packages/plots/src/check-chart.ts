import type { Chart, ChartAxis, ChartCurve } from "./chart.ts";
import { drawable } from "./drawable.ts";

/** @throws RangeError if a chart cannot be drawn */
export function checkChart({ panels }: Chart): void {
  if (!(panels.length > 0))
    throw new RangeError("chartPicture: panels must not be empty, received length 0");
  for (const [i, { x, y, curves, equalUnits }] of panels.entries()) {
    checkAxis(`panels[${i}].x`, x);
    checkAxis(`panels[${i}].y`, y);
    if (equalUnits && (x.scale ?? "linear") !== (y.scale ?? "linear"))
      throw new RangeError(
        `chartPicture: panels[${i}] with equalUnits must have the same scale on both axes, received ${x.scale ?? "linear"} and ${y.scale ?? "linear"}`,
      );
    for (const [k, curve] of curves.entries()) checkCurve(`panels[${i}].curves[${k}]`, curve);
  }
}

function checkAxis(name: string, { scale = "linear", domain }: ChartAxis): void {
  if (!["linear", "log"].includes(scale))
    throw new RangeError(`chartPicture: ${name}.scale must be linear or log, received ${scale}`);
  if (!domain) return;
  const [low, high] = domain;
  const least = scale === "log" ? 1e-300 : -1e300;
  const apart = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  if (!(domain.length === 2 && low >= least && drawable(high) && high - low > apart))
    throw new RangeError(
      `chartPicture: ${name}.domain must be two numbers that ascend, from ${least} to 1e300 and not nearly equal, received [${domain.join(", ")}]`,
    );
}

function checkCurve(name: string, { mark = "line", x, y, low, high }: ChartCurve): void {
  if (!["line", "dots", "both"].includes(mark))
    throw new RangeError(`chartPicture: ${name}.mark must be line, dots or both, received ${mark}`);
  for (const [what, array] of Object.entries({ y, low, high }))
    if (array && array.length !== x.length)
      throw new RangeError(
        `chartPicture: ${name}.${what} must have length ${x.length}, received ${array.length}`,
      );
  if (!low !== !high)
    throw new RangeError(
      `chartPicture: ${name} must have both low and high or neither, received only ${low ? "low" : "high"}`,
    );
}
