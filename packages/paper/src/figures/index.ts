import type { Part } from "../part.ts";
import { figure2 } from "./figure2.ts";
import { figure4 } from "./figure4.ts";
import { figure5 } from "./figure5.ts";
import { figure6 } from "./figure6.ts";
import { figure7 } from "./figure7.ts";
import { path } from "./path.ts";
import { tradeOff } from "./trade-off.ts";

export const figureParts: readonly Part[] = [
  figure2,
  figure4,
  figure5,
  figure6,
  figure7,
  tradeOff,
  path,
];
