import { hexOf } from './hex';

/** A secret nobody can guess: whoever has it is taken for who made it. */
export const newSecret = (): Promise<string> =>
  Promise.resolve(hexOf(crypto.getRandomValues(new Uint8Array(32))));
