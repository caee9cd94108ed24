export { type DocumentLike, drawPicture, type ElementLike } from "./draw-picture.ts";
export { type FitPictureOptions, fitPicture, type TraceRecord } from "./fit-picture.ts";
export type { Panel, Picture } from "./picture.ts";
