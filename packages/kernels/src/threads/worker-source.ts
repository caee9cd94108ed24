import {
  CONTROL_BYTES,
  COUNT,
  DONE,
  FAILED,
  KERNEL,
  NUMBERS_AT,
  READY,
  RESULT,
  TURN,
} from "./control.ts";

/** How often a worker looks for the next task before it sleeps: some 20 µs, less than waking takes. */
const LOOKS = 4000;

/** What a worker runs, as text, so that no file has to be found: in Node and in a browser. */
export const workerSource: string = `
"use strict";
function work({ module, memory, control, names }) {
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
  const flags = new Int32Array(control, 0, ${NUMBERS_AT / 4});
  const numbers = new Float64Array(control, ${NUMBERS_AT}, ${(CONTROL_BYTES - NUMBERS_AT) / 8});
  let turn = 0;
  Atomics.store(flags, ${READY}, 1);
  for (;;) {
    for (let i = 0; i < ${LOOKS} && Atomics.load(flags, ${TURN}) === turn; i++);
    Atomics.wait(flags, ${TURN}, turn);
    turn = Atomics.load(flags, ${TURN});
    if (turn < 0) return;
    try {
      const given = numbers.subarray(0, flags[${COUNT}]);
      numbers[${RESULT}] = kernels[names[flags[${KERNEL}]]](...given);
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
