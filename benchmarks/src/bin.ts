#!/usr/bin/env node
import { main } from "./main.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error; // whoever reads has seen enough
});
process.exitCode = await main(process.argv.slice(2));
