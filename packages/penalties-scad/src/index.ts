export { plugin as default, type SCADOptions, scad } from "./scad.ts";
