import { onBeforeUnmount, onMounted, type Ref, reactive, ref, watch } from "vue";
import { defaults, read, splitHash, writeHash } from "./link.ts";
import {
  type DataSettings,
  dataFields,
  type LearnSettings,
  learnFields,
  PANES,
  type PaneName,
  type PenaltiesSettings,
  penaltiesFields,
} from "./panes.ts";

/** The state of the page, which its address keeps. */
export interface LinkedState {
  readonly pane: Ref<PaneName>;
  readonly penalties: PenaltiesSettings;
  readonly learn: LearnSettings;
  readonly data: DataSettings;
  /** Writes the address at once. */
  write(): void;
}

/** Browsers refuse an address that changes too often. */
const WRITE_EVERY = 400;

/** Settings that begin as the page's address says, and are written to it as they change. */
export function useLink(): LinkedState {
  const fields = { penalties: penaltiesFields, learn: learnFields, data: dataFields };
  const pane = ref<PaneName>("penalties");
  const state = {
    penalties: reactive(defaults(penaltiesFields)) as PenaltiesSettings,
    learn: reactive(defaults(learnFields)) as LearnSettings,
    data: reactive(defaults(dataFields)) as DataSettings,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function restore(): void {
    const { pane: named, told } = splitHash(location.hash);
    const known = PANES.find((name) => name === named);
    if (!known || hash() === location.hash) return;
    pane.value = known;
    Object.assign(state[known], read(fields[known], told));
  }

  function hash(): string {
    const name = pane.value;
    return writeHash(name, fields[name], state[name] as never);
  }

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    if (location.hash !== hash()) history.replaceState(history.state, "", hash());
  }

  restore();
  watch([pane, ...Object.values(state)], () => {
    timer ??= setTimeout(write, WRITE_EVERY);
  });
  onMounted(() => addEventListener("hashchange", restore));
  onBeforeUnmount(() => {
    clearTimeout(timer);
    removeEventListener("hashchange", restore);
  });
  return { pane, ...state, write };
}
