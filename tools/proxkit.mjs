// `npm run proxkit -- ARGS`: the command line from the checkout.
import { build, proxkit } from "./built-cli.mjs";

process.on("SIGINT", () => {}); // the command line handles Ctrl-C itself: wait for it
build();
const { status } = proxkit(process.argv.slice(2), { cwd: process.env.PROXKIT_CWD });
process.exit(status ?? 1);
