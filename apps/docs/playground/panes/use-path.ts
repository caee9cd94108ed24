import { proxy } from "comlink";
import { onBeforeUnmount, ref, shallowRef, watch } from "vue";
import type { PathResult } from "../data/path-result.ts";
import type { Table } from "../data/read-csv.ts";
import type { DataSettings } from "../state/panes.ts";
import { openWorker, type Workshop } from "../work/open-worker.ts";

/** Sliders move on for so many milliseconds before a path is computed. */
const PAUSE = 300;

/** What a path was computed from, for what is drawn of it. */
export interface Fitted {
  readonly result: PathResult;
  readonly target: string;
  readonly loss: DataSettings["loss"];
}

/** Reads tables and computes paths as the settings change; a path that is no longer wanted is given up. */
export function usePath(settings: DataSettings) {
  let shop: Workshop = openWorker();
  const table = shallowRef<Table>();
  const fitted = shallowRef<Fitted>();
  const problem = ref("");
  const share = ref<number>(); // of the work that is done; undefined while there is none
  let ticket = 0; // of the last path that was asked for, or of its end
  let reading = 0; // of the last file
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads a file; one that is refused leaves what was there. */
  async function open(bytes: Uint8Array, source: string): Promise<boolean> {
    stop();
    const mine = ++reading;
    try {
      const read = await shop.work.readCsv(bytes, source);
      if (mine !== reading) return false;
      problem.value = "";
      fitted.value = undefined;
      if (!read.columns.includes(settings.target))
        settings.target = read.columns[read.columns.length - 1];
      table.value = read;
      return true;
    } catch (error) {
      if (mine === reading) problem.value = wordsOf(error);
      return false;
    }
  }

  function stop(): void {
    ticket++;
    clearTimeout(timer);
    if (share.value === undefined) return;
    shop.close();
    shop = openWorker();
    share.value = undefined;
  }

  async function fit(): Promise<void> {
    const data = table.value;
    if (!data?.columns.includes(settings.target)) return;
    const mine = ++ticket;
    const { target, loss, measure, penalty, lambdas, least, folds, seed } = settings;
    const plain = { name: penalty.name, parameters: { ...penalty.parameters } };
    const options = { loss, measure, penalty: plain, lambdas, least, folds, seed };
    share.value = 0;
    const progress = (done: number) => {
      // it has a way of its own, and may come after the result
      if (mine === ticket && share.value !== undefined) share.value = done;
    };
    try {
      const result = await shop.work.fitPath(data, target, options, proxy(progress));
      if (mine !== ticket) return;
      fitted.value = { result, target, loss };
      problem.value = "";
    } catch (error) {
      if (mine === ticket) problem.value = wordsOf(error);
    } finally {
      if (mine === ticket) share.value = undefined;
    }
  }

  const asked = () => {
    const { source: _, look: __, ...rest } = settings;
    return JSON.stringify(rest);
  };
  watch([table, asked], () => {
    stop();
    timer = setTimeout(fit, PAUSE);
  });
  onBeforeUnmount(() => {
    ticket++;
    clearTimeout(timer);
    shop.close();
  });
  return { table, fitted, problem, share, open, stop };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
