export { type MCPOptions, mcp, plugin as default } from "./mcp.ts";
