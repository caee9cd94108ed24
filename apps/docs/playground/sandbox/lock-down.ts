/** What ECMAScript itself brings, and nothing that reaches out of the worker. */
const kept = new Set([
  ...["globalThis", "Infinity", "NaN", "undefined"],
  ...["isFinite", "isNaN", "parseFloat", "parseInt", "decodeURI", "encodeURI"],
  ...["decodeURIComponent", "encodeURIComponent", "escape", "unescape"],
  ...["Object", "Function", "Boolean", "Symbol", "Number", "BigInt", "Math", "Date", "String"],
  ...["RegExp", "Array", "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "JSON", "Promise"],
  ...["Proxy", "Reflect", "Iterator", "ArrayBuffer", "DataView", "FinalizationRegistry"],
  ...["Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array"],
  ...["Int32Array", "Uint32Array", "BigInt64Array", "BigUint64Array"],
  ...["Float16Array", "Float32Array", "Float64Array"],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError"],
  ...["TypeError", "URIError", "constructor"],
]);

/**
 * Takes from a worker all that is not the language: network, storage, messages, timers, other workers. Nothing gives
 * them back. What the worker itself still needs of them it must have kept before.
 *
 * It is the second wall. The first is that the worker's origin is opaque, and its policy allows no connection.
 */
export function lockDown(): void {
  for (let from: object | null = globalThis; from; from = Object.getPrototypeOf(from)) {
    if (from === Object.prototype) break;
    for (const name of Reflect.ownKeys(from)) {
      if (typeof name === "symbol" || kept.has(name)) continue;
      if (!Reflect.deleteProperty(from, name))
        Reflect.defineProperty(from, name, { value: undefined, writable: false });
    }
  }
}
