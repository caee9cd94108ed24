// `npm run demo`: learns the filter planted in examples/data under each penalty, and draws it.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, proxkit, root } from "./built-cli.mjs";

const DATA = "examples/data/planted-k2-d20.csv";
const PENALTIES = ["l1", "l0", "tl1:a=1"];

const say = (text = "") => console.log(text);
say("proxkit demo: find the 5 of 20 filter weights behind 2000 samples of a sparse network\n");
say(`[1/${PENALTIES.length + 2}] building the packages`);
build();
mkdirSync(join(root, "demo"), { recursive: true });

const [{ wStar }] = JSON.parse(readFileSync(join(root, "examples/data/planted.json"), "utf8"));
const rows = PENALTIES.map((penalty, i) => {
  const model = `demo/${penalty.split(":")[0]}.json`;
  const args = ["fit", DATA, "--penalty", penalty, "--out", model];
  say(`[${i + 2}/${PENALTIES.length + 2}] proxkit ${args.join(" ")}`);
  const { stdout, status } = proxkit([...args, "--json"], {
    cwd: root,
    stdio: ["inherit", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) process.exit(status ?? 1);
  return row(penalty, JSON.parse(stdout));
});

const args = ["fit", DATA, "--penalty", "tl1:a=1", "--plot", "demo/planted-tl1.png"];
say(`[${PENALTIES.length + 2}/${PENALTIES.length + 2}] proxkit ${args.join(" ")}\n`);
if (proxkit(args, { cwd: root }).status !== 0) process.exit(1);

const planted = wStar.flatMap((w, i) => (w === 0 ? [] : [i])).join(" ");
say("\nThe three penalties, and the truth:\n");
table([
  ["penalty", "iterations", "support", "angle to the planted filter", "mean squared error"],
  ...rows,
  ["planted", "", planted, "0", ""],
]);
say("\nLook at demo/planted-tl1.png, and try: npm run proxkit -- --help");

function row(penalty, { iterations, support, metrics }) {
  const dot = support.reduce((sum, { index, weight }) => sum + weight * wStar[index], 0);
  const size = Math.hypot(...support.map(({ weight }) => weight)) * Math.hypot(...wStar);
  return [
    penalty,
    String(iterations),
    support.map(({ index }) => index).join(" "),
    `${Math.acos(Math.min(1, dot / size)).toFixed(4)} rad`,
    metrics.mse.toExponential(1),
  ];
}

function table(lines) {
  const widths = lines[0].map((_, j) => Math.max(...lines.map((line) => line[j].length)));
  for (const line of lines)
    say(`  ${line.map((cell, j) => cell.padEnd(widths[j])).join("   ")}`.trimEnd());
}
