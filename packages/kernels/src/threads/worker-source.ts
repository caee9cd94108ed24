import { DONE, FAILED, NEXT, NUMBERS_AT, READY, TASKS, TURN, WIDTH } from "./control.ts";

/** How often a worker looks for the next run before it sleeps: some 20 µs, less than waking takes. */
const LOOKS = 4000;

/** What a worker runs, as text, so that no file has to be found: in Node and in a browser. */
export const workerSource: string = `
"use strict";
function work({ module, memory, own, queue, name }) {
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports[name];
  const flags = new Int32Array(own);
  const heads = new Int32Array(queue, 0, ${NUMBERS_AT / 4});
  const numbers = new Float64Array(queue, ${NUMBERS_AT});
  let turn = 0;
  Atomics.store(flags, ${READY}, 1);
  for (;;) {
    for (let i = 0; i < ${LOOKS} && Atomics.load(flags, ${TURN}) === turn; i++);
    Atomics.wait(flags, ${TURN}, turn);
    turn = Atomics.load(flags, ${TURN});
    if (turn < 0) return;
    try {
      const [tasks, width] = [heads[${TASKS}], heads[${WIDTH}]];
      for (let i; (i = Atomics.add(heads, ${NEXT}, 1)) < tasks; ) {
        const from = tasks + i * width;
        numbers[i] = kernel(...numbers.subarray(from, from + width));
      }
    } catch {
      Atomics.store(flags, ${FAILED}, 1);
    }
    Atomics.store(flags, ${DONE}, turn);
    Atomics.notify(flags, ${DONE});
  }
}
if (typeof self === "object" && typeof postMessage === "function") {
  onmessage = ({ data }) => { work(data); close(); };
} else work(require("node:worker_threads").workerData);
`;
