export { type LogSumOptions, logSum, plugin as default } from "./log-sum.ts";
