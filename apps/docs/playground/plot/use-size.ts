import { onBeforeUnmount, onMounted, type Ref, ref } from "vue";

/** A size in px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element as it changes; 0 by 0 until it is on the page, or while it is hidden. */
export function useSize(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<Size>> {
  const size = ref<Size>({ width: 0, height: 0 });
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!element.value) return;
    const { clientWidth, clientHeight } = element.value;
    size.value = { width: clientWidth, height: clientHeight };
    observer = new ResizeObserver(([{ contentRect }]) => {
      size.value = { width: Math.round(contentRect.width), height: Math.round(contentRect.height) };
    });
    observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return size;
}
