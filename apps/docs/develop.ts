// Serves the site from its sources, as they change; pages of the gallery and the API are those of the start.
import { fileURLToPath } from "node:url";
import { createServer } from "vitepress";
import { generatePages } from "./generate.ts";

await generatePages();
const server = await createServer(fileURLToPath(new URL("./", import.meta.url)));
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
