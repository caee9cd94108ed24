/*
# Take the noise out of a signal

A signal of steps has few wavelet coefficients that are not small, and noise has many that are. To denoise is to apply a
prox to the coefficients, with nothing to iterate: no solver and no loss, only a penalty package, which has no
dependencies to speak of.

Soft thresholding (l1) takes as much from what it keeps as it would need to drop it, which lowers the steps. Hard
thresholding (l0) keeps them at their height.
*/
import { writeFileSync } from "node:fs";
import { seededRandom } from "@proxkit/core";
import { l0 } from "@proxkit/penalties-l0";
import { l1 } from "@proxkit/penalties-l1";
import { chartPicture } from "@proxkit/plots";
import { renderSvg } from "@proxkit/plots/node";

/** The orthonormal Haar transform; the length is a power of two. */
function haar(signal: Float64Array): Float64Array {
  const out = signal.slice();
  for (let n = out.length; n > 1; n /= 2) {
    const part = out.slice(0, n);
    for (let i = 0; i < n / 2; i++) {
      out[i] = (part[2 * i] + part[2 * i + 1]) * Math.SQRT1_2;
      out[n / 2 + i] = (part[2 * i] - part[2 * i + 1]) * Math.SQRT1_2;
    }
  }
  return out;
}

function inverseHaar(coefficients: Float64Array): Float64Array {
  const out = coefficients.slice();
  for (let n = 2; n <= out.length; n *= 2) {
    const part = out.slice(0, n);
    for (let i = 0; i < n / 2; i++) {
      out[2 * i] = (part[i] + part[n / 2 + i]) * Math.SQRT1_2;
      out[2 * i + 1] = (part[i] - part[n / 2 + i]) * Math.SQRT1_2;
    }
  }
  return out;
}

const random = seededRandom(2);
const n = 512;
const steps = [0, 4, 4, 1, 1, 1, 5, 5, 2, -1, -1, 3, 3, 3, 0, 0];
const signal = Float64Array.from({ length: n }, (_, i) => steps[Math.floor(i / 32)]);
const noisy = signal.map((x) => x + 0.6 * random.normal());

const threshold = 0.6 * Math.sqrt(2 * Math.log(n)); // Donoho & Johnstone's for noise of deviation 0.6
const coefficients = haar(noisy);
const hard = inverseHaar(l0().prox(coefficients, threshold ** 2 / 2)); // l0 has its threshold at √(2t)
const soft = inverseHaar(l1().prox(coefficients, threshold));

const error = (x: Float64Array) =>
  Math.sqrt(x.reduce((sum, value, i) => sum + (value - signal[i]) ** 2, 0) / n).toFixed(2);
console.log(error(noisy), error(soft), error(hard)); // 0.61 0.29 0.09

const at = Array.from({ length: n }, (_, i) => i);
const panel = (title: string, curves: [label: string, values: Float64Array][]) => ({
  title,
  x: { label: "time" },
  y: { label: "signal", domain: [-3, 7] as const },
  curves: curves.map(([label, values]) => ({ label, x: at, y: [...values] })),
});
const picture = chartPicture({
  name: "wavelets",
  title: "Denoising by thresholds on wavelet coefficients",
  caption:
    "512 samples, noise of standard deviation 0.6; Haar wavelets, the threshold 0.6 √(2 log 512).",
  panels: [
    panel("Noisy", [["measured", noisy]]),
    panel("Soft thresholds, l1", [
      ["true", signal],
      ["learned", soft],
    ]),
    panel("Hard thresholds, l0", [
      ["true", signal],
      ["learned", hard],
    ]),
  ],
});
writeFileSync(process.argv[2] ?? "wavelets.svg", renderSvg(picture));
