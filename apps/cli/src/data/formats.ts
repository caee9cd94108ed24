import type { Readable } from "node:stream";
import type { ReadRequest } from "./read-request.ts";
import type { Table } from "./table.ts";

/** Reads a file from its first byte to its last, so that it may come from anywhere. */
type ReadStream = (input: Readable, request: ReadRequest) => Promise<Table>;
/** Reads a file in any order. */
type ReadFile = (path: string, request: ReadRequest) => Promise<Table>;

/** A format of data files. The libraries of one are loaded when a file of it is read. */
export type Format =
  | { readonly name: string; readonly readStream: ReadStream }
  | { readonly name: string; readonly readFile: ReadFile };

const libsvm: Format = {
  name: "LIBSVM",
  readStream: async (input, request) =>
    (await import("./read-libsvm.ts")).readLibsvm(input, request),
};
const arrow: Format = {
  name: "Arrow",
  readFile: async (path, request) => (await import("./read-arrow.ts")).readArrow(path, request),
};

const FORMATS: Readonly<Record<string, Format>> = {
  csv: {
    name: "CSV",
    readStream: async (input, request) =>
      (await import("./read-csv.ts")).readCsv(input, request, ","),
  },
  tsv: {
    name: "TSV",
    readStream: async (input, request) =>
      (await import("./read-csv.ts")).readCsv(input, request, "\t"),
  },
  npy: {
    name: ".npy",
    readStream: async (input, request) => (await import("./read-npy.ts")).readNpy(input, request),
  },
  npz: {
    name: ".npz",
    readFile: async (path, request) => (await import("./read-npz.ts")).readNpz(path, request),
  },
  parquet: {
    name: "Parquet",
    readFile: async (path, request) =>
      (await import("./read-parquet.ts")).readParquet(path, request),
  },
  arrow,
  feather: arrow,
  svm: libsvm,
  libsvm,
  svmlight: libsvm,
};

/** The format of a file by its name, in capitals or not; undefined for one that is not known. */
export function formatOf(path: string): Format | undefined {
  const [, ending, gz] = path.toLowerCase().match(/\.([a-z]+)(\.gz)?$/) ?? [];
  const format = Object.hasOwn(FORMATS, ending ?? "") ? FORMATS[ending] : undefined;
  return format && gz && "readFile" in format ? undefined : format;
}

/** The endings of names that are known, for messages. */
export function knownEndings(): string {
  const endings = Object.entries(FORMATS).map(([ending]) => `.${ending}`);
  const streams = Object.keys(FORMATS).filter((ending) => "readStream" in FORMATS[ending]);
  const [last] = endings.splice(-1);
  return `${endings.join(", ")} or ${last} (${streams.map((ending) => `.${ending}`).join(", ")} also with .gz)`;
}
