export type { Chart, ChartAxis, ChartCurve, ChartPanel } from "./chart.ts";
export { chartPicture } from "./chart-picture.ts";
export { type DocumentLike, drawPicture, type ElementLike } from "./draw-picture.ts";
export { type FitPictureOptions, fitPicture, type TraceRecord } from "./fit-picture.ts";
export type { Jump } from "./jump.ts";
export { type PenaltyPictureOptions, penaltyPicture } from "./penalty-picture.ts";
export type { PenaltySamples } from "./penalty-samples.ts";
export type { Panel, Picture } from "./picture.ts";
