import { type RowsOf, seller, signedIn } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const partnersRows: RowsOf<'partners'> = {
  suppliers: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  addresses: { input: {}, answers: signedIn('ok', 'ok', 'ok') },
  parties: { input: {}, answers: seller('ok', 'ok') },
};
