/** A mini-program has no focus to hold. */
export const holdFocus = (_panelId: string, _leave: () => void) => () => undefined;
