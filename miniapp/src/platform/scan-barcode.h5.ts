/** A browser has no scanner of its own; one on a cable types into the search. */
export const canScan = false;
export const scanBarcode = (): Promise<string | undefined> => Promise.resolve(undefined);
