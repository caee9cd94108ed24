import { describe, expect, it } from "vitest";
import { folderWith, planted, proxkit, proxkitJson, readText } from "./proxkit.ts";

describe("fit --threads", () => {
  it("finds what one thread finds, and resumes with as many threads only", async () => {
    const folder = folderWith();
    const learn = (...more: string[]) =>
      proxkitJson(["fit", planted, "--max-iterations", "5", ...more], folder);
    await learn("--out", "one.json");
    const two = await learn("--threads", "2", "--checkpoint", "c.json", "--out", "two.json");
    expect(two.status).toBe(1); // not converged
    const weights = (file: string): number[] => JSON.parse(readText(folder, file)).weights.values;
    const expected = weights("one.json");
    weights("two.json").forEach((weight, i) => {
      expect(weight).toBeCloseTo(expected[i], 10);
    });

    const resume = ["fit", planted, "--resume", "c.json", "--max-iterations", "6"];
    const other = await proxkit(resume, folder);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain(
      "--resume c.json: is of a run with other loss: network, 2 patches, 2 threads, not network, 2 patches",
    );
    const same = await proxkitJson([...resume, "--threads", "2"], folder);
    expect(same.json.iterations).toBe(6);
  });

  it("refuses a count that is none", async () => {
    const { status, stderr } = await proxkit(["fit", planted, "--threads", "0"]);
    expect(status).toBe(2);
    expect(stderr).toContain("expected a whole number at least 1, received 0");
  });
});
