// Records what the peers say: node --conditions=@proxkit/source packages/regression/test/peers/record.ts
import { writeFileSync } from "node:fs";
import { ask, commandOf, PEERS } from "./peers.ts";

for (const [name, peer] of Object.entries(PEERS)) {
  const command = commandOf(peer);
  if (!command) throw new Error(`${name} is not installed here`);
  const answers = ask(command, peer);
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(answers, null, 2)}\n`);
}
