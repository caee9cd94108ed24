import type { Workload } from "./workload.ts";
import { bandwidth } from "./workloads/bandwidth.ts";
import { lasso } from "./workloads/lasso.ts";
import { linearGradients } from "./workloads/linear-gradients.ts";
import { networkGradient } from "./workloads/network-gradient.ts";
import { paths } from "./workloads/paths.ts";
import { prox } from "./workloads/prox.ts";
import { tables } from "./workloads/tables.ts";

/** All that is measured, in the order of the report. */
export const workloads: readonly Workload[] = [
  bandwidth,
  prox,
  networkGradient,
  linearGradients,
  tables,
  lasso,
  paths,
];
