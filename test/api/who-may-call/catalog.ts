import { type RowsOf, signedIn } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const catalogRows: RowsOf<'catalog'> = {
  search: { input: { q: 'WATER' }, answers: signedIn('ok', 'ok', 'ok') },
  get: { input: { skuId: 'WATER' }, answers: signedIn('ok', 'ok', 'ok') },
  categories: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
};
