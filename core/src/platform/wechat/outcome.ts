/**
 * What came of asking somebody outside for something. `done`: it is so. `refused`: it did not happen; `code` is theirs,
 * in the spelling of their documents. `unknown`: it may have happened, unless `mayRepeat` says that nothing was done
 * yet or that whoever was asked says to ask again.
 */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unknown'; readonly why: string; readonly mayRepeat?: true };
