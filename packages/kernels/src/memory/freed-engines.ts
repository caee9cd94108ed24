import type { Engine } from "../engine.ts";

/** At most so many are kept. */
const MOST = 4;
/** A memory is not used for a problem of less than this share of it. */
const LEAST_SHARE = 1 / 4;

/** Engines whose memory was freed, the last one last. They go, as all that nothing refers to, if nobody wants them soon. */
const freed: WeakRef<Engine>[] = [];

/** Keeps an engine for {@link takeFreed}; arrays on its memory are empty from now on. */
export function giveFreed(engine: Engine): void {
  if (!engine.renew) return;
  engine.renew();
  if (freed.length === MOST) freed.shift();
  freed.push(new WeakRef(engine));
}

/**
 * An engine with a freed memory of about so many bytes, in which anything may be. It is not new to the machine: the
 * first touch of each page of a new memory takes longer than to fill it.
 */
export function takeFreed(bytes: number): Engine | undefined {
  for (let i = freed.length - 1; i >= 0; i--) {
    const engine = freed[i].deref();
    const size = engine?.room.buffer.byteLength ?? 0;
    const fits = bytes <= size && bytes >= LEAST_SHARE * size;
    if (!engine || fits) freed.splice(i, 1);
    if (engine && fits) return engine;
  }
  return undefined;
}
