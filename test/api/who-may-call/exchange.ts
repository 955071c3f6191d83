import type { RowsOf } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const exchangeRows: RowsOf<'exchange'> = {};
