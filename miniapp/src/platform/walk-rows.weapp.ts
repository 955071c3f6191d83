/** Phones have no keys to walk with. */
export const walkRows = (_tableId: string, _rowSelector: string) => () => undefined;
