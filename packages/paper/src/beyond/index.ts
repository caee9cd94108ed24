export { beyondPart } from "./beyond-part.ts";
