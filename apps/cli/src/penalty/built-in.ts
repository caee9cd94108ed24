import { manifest } from "../version.ts";

export const PREFIX = "@proxkit/penalties-";

/** The penalties that come with this application: its dependencies named @proxkit/penalties-… */
export function builtInNames(): string[] {
  return Object.keys(manifest().dependencies)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length));
}
