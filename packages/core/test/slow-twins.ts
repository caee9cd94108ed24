type Vector = ArrayLike<number>;
type Rows = ArrayLike<Vector>;

const sum = (n: number, term: (i: number) => number): number =>
  Array.from({ length: n }, (_, i) => term(i)).reduce((a, b) => a + b, 0);
const inner = (u: Vector, v: Vector): number => sum(u.length, (i) => u[i] * v[i]);
const relu = (z: number): number => Math.max(0, z);

/** Lemma 3.0.1, as printed. */
function g(u: Vector, v: Vector): number {
  const sizes = Math.sqrt(inner(u, u)) * Math.sqrt(inner(v, v));
  const theta = Math.acos(Math.min(1, Math.max(-1, inner(u, v) / sizes)));
  return (sizes / (2 * Math.PI)) * (Math.sin(theta) + (Math.PI - theta) * Math.cos(theta));
}

/** Eq. (7), as printed; wᵢ ∈ ℝᵏᵈ is w in patch i and 0 elsewhere. */
export function populationByPairs(w: Vector, wStar: Vector, k: number): number {
  const d = w.length;
  const inPatch = (v: Vector, i: number): Vector =>
    Float64Array.from({ length: k * d }, (_, n) => (Math.floor(n / d) === i ? v[n % d] : 0));
  const terms = sum(k, (i) =>
    sum(k, (j) => {
      const [wi, wj] = [inPatch(w, i), inPatch(w, j)];
      const [si, sj] = [inPatch(wStar, i), inPatch(wStar, j)];
      return g(wi, wj) - 2 * g(wi, sj) + g(si, sj);
    }),
  );
  return terms / k ** 2;
}

/** Eq. (8), as printed. */
export function populationTextbook(w: Vector, wStar: Vector, k: number): number {
  const beta = (k ** 2 - k) / (2 * Math.PI);
  const gamma = beta + k / 2;
  const [a, c] = [Math.sqrt(inner(w, w)), Math.sqrt(inner(wStar, wStar))];
  return (gamma * a ** 2 + gamma * c ** 2 - 2 * k * g(w, wStar) - 2 * beta * a * c) / k ** 2;
}

/** Eq. (1), as printed. */
export function network(x: Vector, w: Vector, k: number): number {
  const d = w.length;
  return (
    sum(k, (i) =>
      relu(
        inner(
          w,
          Array.from(w, (_, n) => x[i * d + n]),
        ),
      ),
    ) / k
  );
}

/** Eq. (2), as printed. */
export function networkRisk(X: Rows, y: Vector, w: Vector, k: number): number {
  return sum(X.length, (j) => (network(X[j], w, k) - y[j]) ** 2) / X.length;
}

/** 1/(2m) ‖y − Xw‖². */
export function halfMeanSquare(X: Rows, y: Vector, w: Vector): number {
  return sum(X.length, (j) => (y[j] - inner(X[j], w)) ** 2) / (2 * X.length);
}

/** 1/m Σ log(1 + exp(−s z)). */
export function meanLogLoss(X: Rows, signs: Vector, w: Vector): number {
  return sum(X.length, (j) => Math.log(1 + Math.exp(-signs[j] * inner(X[j], w)))) / X.length;
}
