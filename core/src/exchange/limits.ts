/** What a file may hold. A row more, and the file is refused as a whole: half a file helps nobody. */
export const exchangeLimits = {
  rows: 200_000,
  columns: 64,
  cellCharacters: 2_000,
  /** Of the file, in bytes of base64 a part; a request takes a megabyte. */
  partCharacters: 700_000,
  parts: 120,
  /** Rows checked or written in one transaction. */
  rowsTogether: 1_000,
  /** Imports of one party that are not done yet. */
  openImports: 5,
  /** Imports, with all that was read from them, are kept this long. */
  keptDays: 90,
  purgedTogether: 100,
} as const;
