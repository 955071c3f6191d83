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

/** What the file of a bulk order may hold: it is read in the request that brings it. */
export const orderSheetLimits = {
  /** As many as an order has lines. */
  rows: 1_000,
  /** Where the last of them may stand, empty lines between them counted. */
  lastLineNo: 5_000,
  bytes: 512_000,
  unpackedBytes: 8_000_000,
  /** More of a cell names no goods and no quantity. */
  cellCharacters: 100,
  /** One text may be meant by many cells, so a small file may say much. */
  characters: 1_000_000,
} as const;
