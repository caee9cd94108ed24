/** How a loss keeps its data, and who works on it. */
export interface DataOptions {
  /**
   * How the entries of X are stored: "float32" takes half the memory, and the time of half the memory, and
   * rounds each to 7 digits; all arithmetic is float64. Default: "float64".
   */
  readonly storage?: "float64" | "float32" | undefined;
  /**
   * How many threads share the rows, this one among them. The bits depend on this number and on nothing else.
   * In a browser more than 1 needs a page that is cross-origin isolated. Default: 1.
   */
  readonly threads?: number | undefined;
}
