import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, run } from "../../tools/test/run.ts";
import { scratch } from "./scratch.ts";

const program = ["--conditions=@proxkit/source", join(root, "benchmarks/src/bin.ts")];
const bench = (...args: readonly string[]) => run(process.execPath, [...program, ...args]);

test.each([
  [["--fastest"], /unknown option '--fastest'/],
  [["--rounds", "0"], /expected a whole number at least 1/],
  [["--rounds", "many"], /expected a whole number/],
  [["--only", "("], /expected a regular expression/],
  [["--only", "no such case"], /no case matches/],
  [["--without", "julia"], /expected some of numpy, .*received "julia"/],
  [["prox"], /too many arguments/],
])("%j is refused in one line, with exit code 2", async (args, words) => {
  const { status, stderr, stdout } = await bench(...args);
  expect(stderr).toMatch(words);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

test("--peers names what is missing, and the line that installs it", async () => {
  const { status, stdout } = await bench("--peers", "--without", "numpy,glmnet");
  expect(stdout).toMatch(/numpy +MISSING/);
  expect(stdout).toMatch(/glmnet +MISSING/);
  expect(stdout).toMatch(/apt-get install -y .*python3-numpy.* r-cran-glmnet/);
  expect(status).toBe(0);
});

test("a missing peer is named in the table, the Markdown and the JSON", async () => {
  const out = scratch();
  const without = "numpy,scikit-learn,numba,torch,glmnet,C";
  const args = ["--quick", "--rounds", "1", "--patience", "0", "--without", without, "--out", out];
  const { status, stdout } = await bench(...args, "--only", "diabetes");
  expect(status).toBe(0);
  expect(stdout).toMatch(/diabetes 442 × 10, λ.* ≈?1\.00 .*missing +missing/);
  expect(stdout).toContain("! glmnet is missing");
  expect(stdout).not.toMatch(new RegExp(String.fromCharCode(27))); // colours
  const page = readFileSync(join(out, "benchmarks.md"), "utf8");
  expect(page).toMatch(/\| glmnet +\| \*\*missing\*\*/);
  expect(page).toContain("- glmnet is missing");
  const report = JSON.parse(readFileSync(join(out, "benchmarks.json"), "utf8"));
  expect(report.peers.missing).toEqual(without.split(","));
  const [lasso] = report.results.filter(
    ({ workload }: { workload: string }) => workload === "lasso",
  );
  expect(lasso.missing).toContainEqual({ name: "glmnet", lacks: ["glmnet"] });
});

test("a race is a table and a picture of the report", async () => {
  const out = scratch();
  const args = ["--quick", "--patience", "0", "--only", "race tall", "--out", out];
  const { status, stdout } = await bench(...args);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Race: l1, tall.*\n +method .*\n +coordinate descent /);
  const page = readFileSync(join(out, "benchmarks.md"), "utf8");
  expect(page).toContain("## Who wins where");
  expect(page).toContain("(benchmarks/races.svg)");
  expect(readFileSync(join(out, "benchmarks/races.svg"), "utf8")).toContain("proximal gradient");
});

test.skipIf(process.platform === "win32")("an interrupt leaves no files, and says so", async () => {
  const out = scratch();
  const all = "numpy,scikit-learn,numba,torch,glmnet,C";
  const child = spawn(process.execPath, [...program, "--quick", "--without", all, "--out", out]);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  child.stdout.once("data", () => setTimeout(() => child.kill("SIGINT"), 500)); // the peers are told, it measures
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect(said).toBe("bench: interrupted, nothing written\n");
  expect(status).toBe(1);
  expect(readdirSync(out)).toEqual([]);
});
