import { type ArrayKind, allocate, tooLarge } from "./room.ts";

/** How far it may grow, and who is to blame. */
export interface Bounds {
  readonly source: string;
  /** Bytes. */
  readonly room: number;
}

/** A typed array that doubles as it fills. */
export class Growing<T extends Float64Array | Uint32Array> {
  readonly #kind: ArrayKind<T>;
  readonly #bounds: Bounds;
  #values: T;
  #length = 0;

  constructor(kind: ArrayKind<T>, bounds: Bounds) {
    this.#kind = kind;
    this.#bounds = bounds;
    this.#values = new kind(0);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow(this.#length + 1);
    this.#values[this.#length++] = value;
  }

  /** Room for so many more, to be written by the caller. */
  extend(count: number): T {
    const start = this.#length;
    if (start + count > this.#values.length) this.#grow(start + count);
    this.#length = start + count;
    return this.#values.subarray(start, this.#length) as T;
  }

  /** What was pushed, without a copy. */
  values(): T {
    return this.#values.subarray(0, this.#length) as T;
  }

  /** Makes room for exactly so many, if they are more than there is room for. */
  reserve(length: number): void {
    if (length > this.#values.length) this.#move(length);
  }

  #grow(least: number): void {
    const most = Math.floor(this.#bounds.room / this.#kind.BYTES_PER_ELEMENT);
    if (least > most) throw tooLarge(this.#bounds.source, this.#bounds.room);
    this.#move(Math.min(Math.max(2 * this.#values.length, least, 1024), most));
  }

  #move(length: number): void {
    const larger = allocate(this.#kind, length, this.#bounds.source);
    larger.set(this.values());
    this.#values = larger;
  }
}
