import { races } from "./races.ts";
import { trace } from "./run.ts";

// The program of one method of a race: `node race-worker.js SIZE RACE METHOD`, the trace as a line of JSON.

const [size, name, method] = process.argv.slice(2);
const race = races(size === "full" ? "full" : "quick").find((one) => one.name === name);
if (!race?.entrants[method]) throw new Error(`there is no race ${name} with ${method}`);
process.stdout.write(`${JSON.stringify(trace(race, method))}\n`);
