import { fileURLToPath } from "node:url";
import { generateApi } from "./api/generate.ts";
import { generateGallery } from "./gallery/generate.ts";

/** Writes the pages that are made of something else: docs/api and docs/gallery, which git ignores. */
export async function generatePages(): Promise<void> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  await generateGallery(root);
  await generateApi(root);
}
