/** A mini-program has one window: nothing is kept beside it. */
export const watchKept = (_tell: (key: string) => void) => undefined;
