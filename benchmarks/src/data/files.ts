import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Request } from "../hosts/worker.ts";
import type { Data } from "../workload.ts";

/** Writes each array as its bytes, and gives the fields by which requests name the files: `f.X`, a path. */
export function writeData(folder: string, prefix: string, data: Data): Request {
  return Object.fromEntries(
    Object.entries(data).map(([name, array]) => {
      const type = array instanceof Float32Array ? "f32" : "f64";
      const path = join(folder, `${prefix}-${name}.${type}`);
      writeFileSync(path, array);
      return [`f.${name}`, path];
    }),
  );
}

/** Reads what `writeData` wrote. */
export function readData(request: Request): Data {
  return Object.fromEntries(
    Object.entries(request).flatMap(([key, path]) => {
      if (!key.startsWith("f.")) return [];
      const { buffer, byteOffset, byteLength } = readFileSync(String(path));
      const whole = byteLength === buffer.byteLength; // small files share a buffer
      const bytes = whole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
      const array = String(path).endsWith(".f32")
        ? new Float32Array(bytes)
        : new Float64Array(bytes);
      return [[key.slice(2), array] as const];
    }),
  );
}
