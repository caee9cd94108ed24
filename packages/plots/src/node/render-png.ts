import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import type { Picture } from "../picture.ts";
import { renderSvg } from "./render-svg.ts";

/** How to turn a picture into pixels. */
export interface RenderPngOptions {
  /** Pixels of the PNG per px of the picture, above 0. Default: 2. */
  readonly scale?: number | undefined;
}

/**
 * A picture as a PNG file; the same picture gives the same bytes, whatever fonts a machine has.
 *
 * The text is set in DejaVu Sans, which has Latin, Greek, Cyrillic and mathematics but no East Asian scripts.
 *
 * @param picture what to draw
 * @throws RangeError if the scale is not a finite number above 0
 * @example
 * ```ts
 * import { fitPicture } from "@proxkit/plots";
 * import { renderPng } from "@proxkit/plots/node";
 *
 * const png = renderPng(fitPicture({ weights: [0, 1], trace: [] }), { scale: 1 });
 * console.log(new DataView(png.buffer, png.byteOffset).getUint32(16)); // 720
 * ```
 */
export function renderPng(picture: Picture, { scale = 2 }: RenderPngOptions = {}): Uint8Array {
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY))
    throw new RangeError(`renderPng: scale must be a finite number above 0, received ${scale}`);
  const { resolve } = createRequire(import.meta.url);
  const image = new Resvg(renderSvg(picture), {
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: ["DejaVuSans", "DejaVuSans-Bold"].map((name) =>
        resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`),
      ),
      defaultFontFamily: "DejaVu Sans",
      sansSerifFamily: "DejaVu Sans",
    },
  });
  return image.render().asPng();
}
