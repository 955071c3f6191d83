import type { PickedSheet } from './picked-sheet';

export type { PickedSheet } from './picked-sheet';

/** Workbooks lie on a PC; the mini-program pastes. */
export const canPickSheet = false;
export const pickSheet = (): Promise<PickedSheet | null> => Promise.resolve(null);
export const watchDrop = (_tell: (sheet: PickedSheet) => void) => () => undefined;
export const saveSheet = (_fileName: string, _base64: string) => undefined;
