import { UsageError } from "./usage-error.ts";

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  EACCES: "permission denied",
  EISDIR: "is a folder, not a file",
  ENOTDIR: "a part of the path is not a folder",
  ENOSPC: "no space left",
};

/** What an error says, without its stack and on one line. */
export function toOneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (!(error instanceof UsageError) && code && path && SYSTEM[code])
    return `${path}: ${SYSTEM[code]}`;
  return error.message.replace(/\s*\n\s*/g, " ").trim();
}
