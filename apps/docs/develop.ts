// Serves the site from its sources, as they change; the API pages are of the start.
import { fileURLToPath } from "node:url";
import { createServer } from "vitepress";
import { generateApi } from "./api/generate.ts";

await generateApi(fileURLToPath(new URL("../../", import.meta.url)));
const server = await createServer(fileURLToPath(new URL("./", import.meta.url)));
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
