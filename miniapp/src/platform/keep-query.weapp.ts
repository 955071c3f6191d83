/** A mini-program shows no address. */
export const keepQuery = (_values: Readonly<Record<string, string>>): void => undefined;
