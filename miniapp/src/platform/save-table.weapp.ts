import type { TableToSave } from './table-to-save';

export type { TableToSave } from './table-to-save';

/** A mini-program keeps no files where somebody would find them; the shop in a browser does. */
export const canSaveTable = false;
export const saveTable = (_table: TableToSave): Promise<void> => Promise.resolve();
