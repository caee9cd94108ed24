import { installLine, PEERS, type PeerName, type Peers } from "../hosts/peers.ts";

/** Which peers are there, which are not, and the line that installs those. */
export function peersInWords({ versions, missing, blas, python }: Peers): string {
  const names = Object.keys(PEERS) as PeerName[];
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${versions[name] ?? "MISSING"}`);
  if (python) lines.push(`  ${"python".padEnd(width)}  ${python}`);
  if (blas) lines.push(`  ${"BLAS".padEnd(width)}  ${blas}`);
  if (missing.length > 0)
    lines.push("", "On Debian the missing ones come with", `  ${installLine(missing)}`);
  return `${lines.join("\n")}\n`;
}
