import { plantedNetwork } from "@proxkit/core";
import { formatTable } from "../data/write-table.ts";
import { checkOutputs } from "../output/check-outputs.ts";
import { writeWhole } from "../output/write-whole.ts";
import { UsageError } from "../usage-error.ts";

export interface SimulateOptions {
  readonly d: number;
  readonly patches: number;
  readonly samples: number;
  readonly support: number;
  readonly noise: number;
  readonly seed: number;
  readonly out: string;
  readonly truth?: string | undefined;
}

/** At up to 25 characters each they are under 2 GB, which is as much as one write takes. */
const MOST_NUMBERS = 2 ** 26;

/** `proxkit simulate` */
export async function runSimulate({ out, truth, ...options }: SimulateOptions): Promise<void> {
  const { d, patches, samples, support } = options;
  if (support > d) throw new UsageError(`--support must be at most --d, ${d}, received ${support}`);
  if (samples * (patches * d + 1) > MOST_NUMBERS)
    throw new UsageError(`${samples} × ${patches * d + 1} numbers are too many for one file`);
  await checkOutputs({ "--out": out, "--truth": truth });

  const planted = plantedNetwork(options);
  const n = patches * d;
  const columns = Array.from(
    { length: n },
    (_, j) => `x${Math.floor(j / d) + 1}_${(j % d) + 1}`,
  ).concat("y");
  const values = new Float64Array(samples * (n + 1));
  for (let i = 0; i < samples; i++) {
    values.set(planted.X.data.subarray(i * n, (i + 1) * n), i * (n + 1));
    values[i * (n + 1) + n] = planted.y[i];
  }
  await writeWhole(out, await formatTable(out, columns, samples, values));
  if (truth !== undefined) {
    const wStar = Array.from(planted.wStar);
    const known = { ...options, support: planted.support, wStar };
    await writeWhole(truth, `${JSON.stringify(known, null, 2)}\n`);
  }
}
