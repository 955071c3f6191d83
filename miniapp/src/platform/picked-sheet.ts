/** A file of rows that somebody chose. */
export interface PickedSheet {
  readonly bytes: number;
  readonly base64: () => Promise<string>;
}
