export { lhalf, plugin as default } from "./lhalf.ts";
