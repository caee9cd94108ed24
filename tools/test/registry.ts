import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { runServer } from "verdaccio";
import { run } from "./run.ts";

/** An npm registry of our own: what is published to it, and for all other names the registry of this machine. */
export interface Registry {
  /** `http://127.0.0.1:4873/` */
  readonly url: string;
  publish(tarball: string): Promise<void>;
  stop(): Promise<void>;
}

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/**
 * Starts a registry in this process, on a free port that only this machine reaches.
 *
 * @param storage an empty folder for what it holds
 * @param ours the names for which no other registry is asked; `*` stands for any
 */
export async function startRegistry(storage: string, ours: readonly string[]): Promise<Registry> {
  const open = { access: "$all", publish: "$all" };
  const packages = {
    ...Object.fromEntries(ours.map((name) => [name, open])),
    "**": { ...open, proxy: "upstream" },
  };
  const server = await runServer({
    storage,
    self_path: join(storage, "config.yaml"), // where it takes itself to be configured from
    uplinks: { upstream: await upstream() },
    packages,
    log: { type: "stdout", level: "fatal" },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    publish: (tarball) => publish(url, tarball),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The registry that npm uses here, reached as npm reaches it. */
async function upstream() {
  const config = JSON.parse((await run(npm, ["config", "list", "--json"])).stdout);
  return {
    url: config.registry,
    strict_ssl: config["strict-ssl"],
    ...(config.cafile && { ca: await readFile(config.cafile, "utf8") }),
    ...(config["https-proxy"] && { https_proxy: config["https-proxy"] }),
  };
}

/** Does what `npm publish` does, which would take a second for each package. */
async function publish(url: string, tarball: string): Promise<void> {
  const { stdout } = await run("tar", ["-xOf", tarball, "package/package.json"]);
  const manifest = JSON.parse(stdout);
  const { name, version } = manifest;
  const bytes = await readFile(tarball);
  const hash = (algorithm: string) => createHash(algorithm).update(bytes);
  const dist = {
    integrity: `sha512-${hash("sha512").digest("base64")}`,
    shasum: hash("sha1").digest("hex"),
    tarball: `${url}${name}/-/${basename(tarball)}`,
  };
  const file = {
    content_type: "application/octet-stream",
    data: bytes.toString("base64"),
    length: bytes.length,
  };
  const response = await fetch(url + encodeURIComponent(name), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      _id: name,
      name,
      "dist-tags": { latest: version },
      versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
      _attachments: { [basename(tarball)]: file },
    }),
  });
  if (!response.ok) throw new Error(`publish ${name}: ${response.status} ${await response.text()}`);
}
