import type { Picture } from "@proxkit/plots";
import { UsageError } from "../usage-error.ts";

/** Refuses a name for a picture that says no known format. */
export function checkPictureName(plot: string | undefined): void {
  if (plot !== undefined && !/\.(svg|png)$/i.test(plot))
    throw new UsageError(`--plot ${plot}: expected a name that ends in .svg or .png`);
}

/** A picture as SVG or PNG, by the name of its file. */
export async function renderPicture(path: string, picture: Picture): Promise<string | Uint8Array> {
  const { renderPng, renderSvg } = await import("@proxkit/plots/node");
  return /\.png$/i.test(path) ? renderPng(picture) : renderSvg(picture);
}
