import type { Engine } from "../engine.ts";

/** So many are kept, of so many bytes together at most, besides the last. */
const MOST = 4;
const MOST_BYTES = 2 ** 30;
/** A memory is not used for a problem of less than this share of it. */
const LEAST_SHARE = 1 / 4;

/**
 * Engines whose memory was freed, the last one last. Until the program gives way they are held; then they go, as all that
 * nothing refers to, if nobody wants them soon. A weak reference alone would hold each engine that was ever freed until
 * then: a loop that makes problem after problem would run out of memories.
 */
let held: Engine[] = [];
let loose: WeakRef<Engine>[] = [];
let scheduled = false;

/** Keeps an engine for {@link takeFreed}; arrays on its memory are empty from now on. */
export function giveFreed(engine: Engine): void {
  if (!engine.renew) return;
  engine.renew();
  engine.used = true;
  if (!scheduled) Promise.resolve().then(loosen);
  scheduled = true;
  held.push(engine);
  let bytes = held.reduce((sum, { room }) => sum + room.buffer.byteLength, 0);
  while (held.length > 1 && (held.length > MOST || bytes > MOST_BYTES))
    bytes -= held.shift()?.room.buffer.byteLength ?? 0;
}

/**
 * An engine with a freed memory of about so many bytes, in which anything may be. It is not new to the machine: the
 * first touch of each page of a new memory takes longer than to fill it.
 */
export function takeFreed(bytes: number): Engine | undefined {
  const fits = ({ room }: Engine) =>
    bytes <= room.buffer.byteLength && bytes >= LEAST_SHARE * room.buffer.byteLength;
  const at = held.findLastIndex(fits);
  if (at >= 0) return held.splice(at, 1)[0];
  for (let i = loose.length - 1; i >= 0; i--) {
    const engine = loose[i].deref();
    if (engine && !fits(engine)) continue;
    loose.splice(i, 1);
    if (engine) return engine;
  }
  return undefined;
}

function loosen(): void {
  scheduled = false;
  loose = [...loose, ...held.map((engine) => new WeakRef(engine))].slice(-MOST);
  held = [];
}
