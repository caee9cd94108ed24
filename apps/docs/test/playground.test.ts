import { readFile } from "node:fs/promises";
import { moreauEnvelope } from "@proxkit/penalty";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { hasBrowser } from "../../../tools/test/browser.ts";
import { columnsOf } from "../playground/data/columns-of.ts";
import { fitPath } from "../playground/data/fit-path.ts";
import { readCsv } from "../playground/data/read-csv.ts";
import { startLearning } from "../playground/learn/learn-run.ts";
import { catalogue } from "../playground/penalties/catalogue.ts";
import { makePenalty } from "../playground/penalties/make-penalty.ts";
import { defaultSpec, writeSpec } from "../playground/penalties/penalty-spec.ts";
import { defaults } from "../playground/state/link.ts";
import { dataFields, learnFields } from "../playground/state/panes.ts";
import { playgrounds, tableNumbers, WATCH_FRAMES } from "./playground-page.ts";

const diabetes = new URL("../../../examples/data/diabetes.csv", import.meta.url);
const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

/** Equal but for the last digits, which sines and logarithms of another engine may have. */
function expectSame(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
}

describe.runIf(hasBrowser)("the playground", () => {
  const open = playgrounds();

  /** How far learning is, with all digits. */
  async function learned(page: Page): Promise<{ text: string; objective: number; angle: number }> {
    const state = page.locator(".pg-state");
    return {
      text: (await state.textContent())?.trim() ?? "",
      objective: Number(await state.getAttribute("data-objective")),
      angle: Number(await state.getAttribute("data-angle")),
    };
  }

  it("draws every penalty at once, with the library's numbers", async () => {
    const specs = catalogue.map(defaultSpec);
    const hash = `#penalties?show=${specs.map(writeSpec).join(";")}&t=0.7&x=1.3`;
    const { page, troubles } = await open(hash);
    await page.getByRole("row", { name: "group of 2" }).first().waitFor();
    const readings = await tableNumbers(page, /^At x = 1.3$/);
    expect(readings).toHaveLength(specs.length);
    for (const [i, spec] of specs.entries()) {
      const penalty = makePenalty(spec);
      const x = penalty.traits.separable ? Float64Array.of(1.3) : Float64Array.of(1.3, 0);
      const [prox, value, envelope] = readings[i];
      expectSame(prox, penalty.prox(x, 0.7)[0]);
      expectSame(value, penalty.value(x));
      expectSame(envelope, moreauEnvelope(penalty, x, 0.7));
    }
    const curves = page.getByRole("img", { name: /^Proximal operators/ }).locator(".pg-line");
    expect(await curves.count()).toBe(specs.length);
    expect(await page.getByRole("img", { name: /^Level lines of/ }).count()).toBe(specs.length);
    expect(troubles).toEqual([]);
  });

  it("is set by sliders and by keyboard, and its address keeps what is set", async () => {
    const { page } = await open("#penalties?show=l1");
    await expect.poll(() => tableNumbers(page, /^At x/)).toEqual([[1, 1.5, 1.25]]); // t = ½, x = 1.5
    const slider = page.getByRole("slider", { name: "Step t" });
    await slider.focus();
    await page.keyboard.press("End");
    await expect.poll(() => tableNumbers(page, /^At x/)).toEqual([[0, 1.5, 0.1125]]); // t = 10: x²/2t
    await expect.poll(() => page.url()).toContain("#penalties?show=l1&t=10");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("9.66");

    await page.getByRole("button", { name: "+ TL1" }).click();
    const shape = page.getByRole("slider", { name: "a =" });
    await shape.fill("0"); // its end
    await expect.poll(() => page.url()).toContain("show=l1;tl1:a=0.01");
    await page.getByRole("button", { name: "Remove l1" }).press("Enter");
    const next = page.getByRole("button", { name: "Remove TL1" });
    await expect.poll(() => next.evaluate((one) => one === document.activeElement)).toBe(true);
    await expect.poll(() => page.url()).toContain("show=tl1:a=0.01&");

    const picture = page.getByRole("img", { name: /^Proximal operators/ });
    const box = await picture.boundingBox();
    await picture.hover({ position: { x: (box?.width ?? 0) / 2, y: 50 } });
    await expect.poll(() => page.url()).toMatch(/&x=-?0?\.?\d+/);
  });

  it("has tabs that are turned by arrow keys", async () => {
    const { page } = await open("");
    const tab = (name: string) => page.getByRole("tab", { name });
    await tab("Penalties").focus();
    await page.keyboard.press("ArrowRight");
    expect(await tab("Learn").getAttribute("aria-selected")).toBe("true");
    expect(await tab("Learn").evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => page.url()).toMatch(/#learn$/);
    await page.keyboard.press("End");
    await page.getByRole("tabpanel", { name: "Your data" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tabpanel", { name: "Penalties" }).waitFor();
    expect(await page.locator("[role=tab][tabindex='0']").count()).toBe(1);
  });

  it("learns as the library does, step by step and to the end", async () => {
    const settings = { ...defaults(learnFields), d: 30, seed: 4, step: 25 };
    const { page, troubles } = await open("#learn?d=30&seed=4&step=25");
    const run = startLearning(settings);
    const same = async (frame: ReturnType<typeof run.frame>, text: RegExp) => {
      await expect.poll(async () => (await learned(page)).text).toMatch(text);
      const { objective, angle } = await learned(page);
      expectSame(objective, frame.trace.objective.at(-1) ?? Number.NaN);
      expectSame(angle, frame.trace.angle.at(-1) ?? Number.NaN);
    };
    await same(run.advanceTo(25), /^25 steps$/);
    await page.getByRole("button", { name: "Step", exact: true }).focus();
    await page.keyboard.press("Enter");
    await same(run.advanceTo(26), /^26 steps$/);
    await expect.poll(() => page.url()).toContain("step=26");
    expect(await page.locator(".pg-check-waits").count()).toBeGreaterThan(5);

    await page.getByRole("button", { name: "Run" }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "To the end" }).click();
    const end = run.advanceTo(1e6);
    await same(end, new RegExp(`^${end.iteration} steps: converged$`));
    expect(await page.locator(".pg-check-waits").count()).toBe(0);
    expect(await page.locator(".pg-check-holds").count()).toBe(
      end.checks.filter(({ verdict }) => verdict === "holds").length,
    );
    await page.getByRole("button", { name: "Start again" }).click();
    await same(startLearning({ ...settings, step: 0 }).frame(), /^0 steps$/);
    expect(troubles).toEqual([]);
  });

  it("runs adaptive IHT to the planted weights", async () => {
    const { page } = await open("#learn?method=adaptive-iht&eta=0.5");
    await page.getByRole("button", { name: "Run" }).click();
    await expect
      .poll(async () => (await learned(page)).text, { timeout: 20_000 })
      .toMatch(/converged/);
    expect((await learned(page)).angle).toBeLessThan(1e-8);
  });

  it("fits a CSV file that is chosen, as the library does, and saves picture and model", async () => {
    const { page, troubles } = await open("#data?lambdas=20");
    const text = await readFile(diabetes);
    await page.getByLabel("Choose a CSV file").setInputFiles(file("my.csv", text));
    await page.getByText("my.csv: 442 rows, 11 columns").waitFor();
    const caption = page.locator("caption", { hasText: "inputs, mean squared error" });
    await caption.waitFor();

    const table = readCsv(text, "my.csv");
    const { target: _, ...settings } = defaults(dataFields);
    const data = columnsOf(table, "progression");
    const path = await fitPath({ ...data, ...settings, lambdas: 20 });
    const { sparsest } = path.crossValidation;
    const weights = path.weights[sparsest].filter((w) => w !== 0);
    const shown = (await tableNumbers(page, /inputs, mean squared/)).flat();
    expect(shown).toHaveLength(weights.length + 1);
    const expected = [...weights, path.intercepts[sparsest]].sort((a, b) => a - b);
    for (const [i, weight] of shown.sort((a, b) => a - b).entries())
      expectSame(weight, expected[i]);

    const saved = async (name: string) => {
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name }).click();
      const download = await coming;
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    };
    const svg = await saved("Save picture (SVG)");
    expect(svg.name).toBe("proxkit-path.svg");
    expect(svg.content.toString()).toMatch(/^<svg .*Weights, for one standard deviation.*bmi/s);
    expect(svg.content.toString()).not.toContain("var(--");
    const png = await saved("Save picture (PNG)");
    expect(png.content.subarray(1, 4).toString()).toBe("PNG");
    expect(png.content.length).toBeGreaterThan(10_000);
    const model = JSON.parse((await saved("Save model (JSON)")).content.toString());
    expect(model).toMatchObject({ target: "progression", loss: "squared" });
    expectSame(model.lambda, path.lambdas[sparsest]);
    expect(model.coefficients.filter((w: number) => w !== 0)).toHaveLength(weights.length);
    await expect.poll(() => page.url()).toContain("source=file");
    expect(troubles).toEqual([]);
  });

  it("takes a CSV file that is dropped, and refuses bad ones with the place", async () => {
    const { page, troubles } = await open("#data");
    const drop = async (name: string, text: string) => {
      const transfer = await page.evaluateHandle(
        ([fileName, content]) => {
          const data = new DataTransfer();
          data.items.add(new File([content], fileName));
          return data;
        },
        [name, text],
      );
      await page.dispatchEvent(".pg-drop", "drop", { dataTransfer: transfer });
    };
    const alert = page.getByRole("tabpanel", { name: "Your data" }).getByRole("alert");
    await drop("bad.csv", "a,b\n1,2\n3,x\n");
    await expect
      .poll(() => alert.textContent())
      .toBe('bad.csv, line 3, column 2: column b must hold a finite number, received "x"');
    await drop("few.csv", "a,b\n1,2\n3,4\n4,6\n");
    await page.getByText("few.csv: 3 rows, 2 columns").waitFor();
    await expect.poll(() => alert.textContent()).toMatch(/folds must be at most the 3 rows/);
    const rows = Array.from({ length: 30 }, (_, j) => `${j},${(j * 7) % 11},${2 * j + 1}`);
    await drop("good.csv", `u,v,y\n${rows.join("\n")}\n`);
    await page.locator("caption", { hasText: /y: \d of 2 inputs/ }).waitFor();
    await expect.poll(() => alert.count()).toBe(0);
    await page.getByLabel("Loss").selectOption("logistic");
    await expect
      .poll(() => alert.textContent())
      .toMatch(/two different numbers for the logistic loss/);
    expect(troubles).toEqual([]);
  });

  it("copies a link that shows the same picture", async () => {
    const { page } = await open("#data?source=diabetes", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const caption = page.locator("caption", { hasText: "inputs, mean squared error" });
    await caption.waitFor();
    await page.getByLabel("Penalty").selectOption("scad");
    const look = page.getByRole("slider", { name: /^Look at the model/ });
    await look.fill("30");
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("The link is copied.").waitFor();
    const link = await page.evaluate("navigator.clipboard.readText()");
    expect(link).toBe(page.url());
    await page.waitForTimeout(500); // the path of the last change
    await page.getByRole("progressbar").waitFor({ state: "detached" });
    const before = await tableNumbers(page, /inputs, mean squared/);

    const again = await open(new URL(String(link)).hash);
    await expect.poll(() => tableNumbers(again.page, /inputs, mean squared/)).toEqual(before);
  });

  it("draws on while a long path is computed, and stops it when it is told to", async () => {
    const { page, troubles } = await open(
      "#data?lambdas=200&folds=20&least=0.00001&penalty=log-sum",
    );
    const planted = new URL("../../../examples/data/planted-k2-d20.csv", import.meta.url);
    await page
      .getByLabel("Choose a CSV file")
      .setInputFiles(file("big.csv", await readFile(planted)));
    await page.getByText("big.csv: 2000 rows, 41 columns").waitFor();
    const bar = page.getByRole("progressbar");
    await bar.waitFor();
    await page.evaluate(WATCH_FRAMES);
    await expect.poll(async () => Number(await bar.getAttribute("value"))).toBeGreaterThan(0.001);
    await page.getByRole("slider", { name: /^Models on the path/ }).press("ArrowLeft"); // begins anew
    await bar.waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await bar.waitFor({ state: "detached" });
    expect(await page.evaluate("longest")).toBeLessThan(1000); // on a busy machine
    // and the worker that takes over computes
    await page
      .getByLabel("Choose a CSV file")
      .setInputFiles(file("small.csv", await readFile(diabetes)));
    await page.evaluate("location.hash = '#data?lambdas=10'");
    await page.locator("caption", { hasText: "of 10 inputs, mean squared error" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("follows a link on its own page", async () => {
    const { page } = await open("#penalties?show=l1");
    await page.evaluate("location.hash = '#learn?d=8&step=3'");
    await expect.poll(async () => (await learned(page)).text).toBe("3 steps");
    await page.evaluate("location.hash = '#learn?d=8&step=5'");
    await expect.poll(async () => (await learned(page)).text).toBe("5 steps");
  });
});
