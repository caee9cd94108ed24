import { compile } from "./compile.ts";

/** The text of src/wasm/modules.ts: the compiled kernels, inlined, so that nothing is fetched to use them. */
export async function modulesFile(): Promise<string> {
  const [plain, shared] = [await compile("plain"), await compile("shared")];
  return `// Compiled from assembly/ by \`npm run wasm\`; a test compares.

/** The kernels on a memory of one thread, in base64. */
export const plainModule: string =
${lines(plain)};

/** The same on a shared memory. */
export const sharedModule: string =
${lines(shared)};
`;
}

function lines(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString("base64");
  const parts = text.match(/.{1,92}/g) ?? [];
  return parts.map((part) => `  "${part}"`).join(" +\n");
}
