/** What a data file may be, for --help. */
export const DATA =
  "CSV or TSV with a header, .npy, .npz, .parquet, .arrow, .feather, or LIBSVM (.svm); - is standard input (CSV or TSV)";
