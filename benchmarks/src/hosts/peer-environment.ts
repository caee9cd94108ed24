/**
 * The environment of a peer's process, with so many threads. OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE, which
 * can slow numpy down, are left out: OpenBLAS is to choose the kernels of this machine itself.
 */
export function peerEnvironment(threads: number): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env;
  const limits = ["OMP", "OPENBLAS", "MKL", "NUMBA", "NUMEXPR"].map(
    (name) => [`${name}_NUM_THREADS`, String(threads)] as const,
  );
  return { ...env, ...Object.fromEntries(limits) };
}
