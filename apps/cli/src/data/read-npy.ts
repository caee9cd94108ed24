import type { Readable } from "node:stream";
import { type ColumnOfCells, Intake, type Place } from "./intake.ts";
import { type NpyArray, readNpyArray } from "./npy-array.ts";
import { numbered } from "./numbered.ts";
import type { ReadRequest } from "./read-request.ts";
import type { DenseTable } from "./table.ts";

/** Reads a two-dimensional .npy array of numbers; its columns are named "0", "1", … */
export async function readNpy(input: Readable, request: ReadRequest): Promise<DenseTable> {
  const { source } = request;
  const place: Place = (i, j) => `${source}: row ${i}, column ${j} (from 0)`;
  let intake!: Intake;
  const array = await readNpyArray(input, request, ({ shape }) => {
    intake = new Intake(numbered(shape, source), request, place);
    intake.reserve(shape[0]);
  });
  const columns = intake.used.map(({ index }) => matrixColumn(array, index));
  intake.addColumns(columns, array.shape[0]);
  return intake.finish();
}

/** Column j of a matrix, in whichever order it is stored. */
export function matrixColumn(
  { shape: [rows, columns], fortranOrder, entries: cells }: NpyArray,
  j: number,
): ColumnOfCells {
  return fortranOrder
    ? { cells, offset: j * rows, stride: 1 }
    : { cells, offset: j, stride: columns };
}
