import type { Part } from "../part.ts";
import { theorem1 } from "./theorem1.ts";
import { theorem2 } from "./theorem2.ts";

export const theoremParts: readonly Part[] = [theorem1, theorem2];
