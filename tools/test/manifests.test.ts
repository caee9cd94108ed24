import { expect, test } from "vitest";
import { rooms } from "./rooms.ts";
import { root } from "./run.ts";
import { members, readManifest } from "./workspace.ts";

test.each(members)("$folder is a room of the house, under its name", ({ folder, manifest }) => {
  expect(rooms).toContainEqual(expect.objectContaining({ folder, name: manifest.name }));
});

test.each(members)("$folder depends, of ours, on what it may import", ({ folder, manifest }) => {
  const room = rooms.find((room) => room.folder === folder);
  const allowed = [...(room?.mayImport ?? []), ...(room?.mayImportTypes ?? [])];
  if (folder === "apps/cli")
    // which imports them by a computed name
    allowed.push(...rooms.map(({ name }) => name).filter((name) => /\/penalties-/.test(name)));
  const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
  const ours = Object.keys(needed).filter((name) => rooms.some((room) => room.name === name));
  expect(ours.filter((name) => !allowed.includes(name))).toEqual([]);
  expect(ours.filter((name) => needed[name] !== "workspace:^")).toEqual([]);
});

test("the root depends on every package, so that tests and examples may import any", () => {
  const names = members.map(({ manifest }) => manifest.name).filter((name) => name[0] === "@");
  expect(readManifest(root).devDependencies).toMatchObject(
    Object.fromEntries(names.map((name) => [name, "workspace:*"])),
  );
});
