export { type RenderPngOptions, renderPng } from "./render-png.ts";
export { renderSvg } from "./render-svg.ts";
