/** What data may be stored as. */
export type FloatArray = Float64Array | Float32Array;

/** A memory, seen as arrays that start at address 0. */
export interface Views {
  f64: Float64Array;
  f32: Float32Array;
  u32: Uint32Array;
  u8: Uint8Array;
}

export function viewsOf(buffer: ArrayBufferLike): Views {
  return {
    f64: new Float64Array(buffer),
    f32: new Float32Array(buffer),
    u32: new Uint32Array(buffer),
    u8: new Uint8Array(buffer),
  };
}
