export { lemmasPart } from "./lemmas-part.ts";
