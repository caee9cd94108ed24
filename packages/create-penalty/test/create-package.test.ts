import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { create, emptyFolder, home } from "./create.ts";

const template = join(home, "template");
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));

/** Its files, with forward slashes. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

/** Copies what is published, but for package.json. */
function copyParts(to: string): void {
  for (const part of ["dist", "template"])
    cpSync(join(home, part), join(to, part), { recursive: true });
}

describe("npm create proxkit-penalty", () => {
  it("makes a folder with the template's files, and says what to do next", async () => {
    const cwd = emptyFolder();
    const { status, stdout, stderr } = await create(["my-penalty"], cwd);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const wanted = filesIn(template).filter((path) => !/^(dist|node_modules)\//.test(path));
    expect(filesIn(join(cwd, "my-penalty"))).toEqual(
      wanted.map((path) => path.replace("_gitignore", ".gitignore").replace("_", "")).sort(),
    );
    expect(stdout).toContain("\n  cd my-penalty\n  npm install\n  npm test ");
  });

  it("calls the package by its name everywhere, and the folder by the name without its scope", async () => {
    const cwd = emptyFolder();
    const { stdout } = await create(["@me/firm"], cwd);
    expect(stdout).toContain("\n  cd firm\n");
    const made = join(cwd, "firm");
    expect(readJson(join(made, "package.json")).name).toBe("@me/firm");
    expect(readFileSync(join(made, "README.md"), "utf8")).toContain('from "@me/firm";');
    for (const path of filesIn(made))
      expect(readFileSync(join(made, path), "utf8")).not.toContain("my-penalty");
  });

  it("asks for our packages in the versions with which it was released", async () => {
    const cwd = emptyFolder();
    const released = join(cwd, "released");
    copyParts(released);
    const manifest = readJson(join(home, "package.json"));
    const ranges = {
      "@proxkit/penalty": "^1.2.0",
      "@proxkit/penalty-laws": "^3.4.5",
      proxkit: "^6.0.0",
    };
    expect(Object.keys(manifest.devDependencies)).toEqual(
      expect.arrayContaining(Object.keys(ranges)),
    );
    writeFileSync(
      join(released, "package.json"),
      JSON.stringify({ ...manifest, devDependencies: { "@types/node": "1.0.0", ...ranges } }),
    );
    await create(["my-penalty"], cwd, join(released, "dist/bin.js"));
    const { dependencies, devDependencies } = readJson(join(cwd, "my-penalty/package.json"));
    expect({ ...dependencies, ...devDependencies }).toMatchObject(ranges);
    expect(devDependencies).not.toHaveProperty("@types/node");
  });

  it("refuses a folder or file that is there already, and leaves it as it was", async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "folder"));
    writeFileSync(join(cwd, "file"), "mine");
    for (const name of ["folder", "file"]) {
      const { status, stdout, stderr } = await create([name], cwd);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toBe(
        `create-proxkit-penalty: ${name}: is there already; choose another name\n`,
      );
    }
    expect(filesIn(cwd)).toEqual(["file"]);
    expect(readFileSync(join(cwd, "file"), "utf8")).toBe("mine");
  });

  it.each([
    "My-Penalty",
    "my penalty",
    "./my-penalty",
    "penalties/mine",
    "..",
    ".hidden",
    "mine~",
    "_hidden",
    "@me",
    "@me/",
    "",
    "pénalité",
    "C:\\mine",
    "a".repeat(215),
    "fs",
    "node_modules",
  ])("refuses the name %j, as npm would, in one line and with nothing written", async (name) => {
    const cwd = emptyFolder();
    const { status, stdout, stderr } = await create([name], cwd);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^create-proxkit-penalty: .*name.*\n$/);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each([
    "proxkit",
    "create-proxkit-penalty",
    "@proxkit/penalty",
    "@proxkit/penalties-mine",
    ...["fast-check", "typescript", "vitest"], // on which the template depends
  ])(
    "refuses the name %s, on which the package itself would depend, or which is ours",
    async (name) => {
      const cwd = emptyFolder();
      const { status, stdout, stderr } = await create([name], cwd);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toBe(
        `create-proxkit-penalty: ${name} is the name of a package that a penalty is built or used with; choose another name\n`,
      );
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  it.each([
    [[], "expected one name, as in npm create proxkit-penalty my-penalty, received 0"],
    [["a", "b"], "expected one name, as in npm create proxkit-penalty my-penalty, received 2"],
    [["--typescript", "a"], "Unknown option '--typescript'"],
  ])("refuses the arguments %j in one line", async (args, message) => {
    const cwd = emptyFolder();
    const { status, stdout, stderr } = await create(args, cwd);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(`create-proxkit-penalty: ${message}`)).toBe(true);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("leaves nothing half made behind when it fails", async () => {
    const cwd = emptyFolder();
    const broken = join(cwd, "broken");
    copyParts(broken);
    writeFileSync(join(broken, "package.json"), '{ "type": "module" }'); // which lacks our versions
    const { status, stderr } = await create(["my-penalty"], cwd, join(broken, "dist/bin.js"));
    expect(status).toBe(2);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(readdirSync(cwd)).toEqual(["broken"]);
  });

  it("explains itself", async () => {
    const { status, stdout } = await create(["--help"], emptyFolder());
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: npm create proxkit-penalty NAME\n/);
  });
});
