import type { Contract, OutputOf, ParsedOf } from '../contract';
import type { AskerOf } from '../http/handlers';

/** Why a route that may write is not in the audit log. */
export interface LeftOut {
  readonly leftOut: string;
}

/** What a call was about, as an id: from its input, from its answer when there is one, or from who asks. */
type About<R> = (
  input: ParsedOf<R>,
  answer: OutputOf<R> | undefined,
  asker: AskerOf<R>,
) => string | null | undefined;

type Posted<Domain extends keyof Contract> = {
  [Name in keyof Contract[Domain]]: Contract[Domain][Name] extends { readonly endpoint: `POST ${string}` }
    ? Name
    : never;
}[keyof Contract[Domain]];

/** One row for each route of a room that is no GET: it is recorded and says about what, or says why it is not. */
export type RecordingsOf<Domain extends keyof Contract> = {
  readonly [Name in Posted<Domain>]: About<Contract[Domain][Name]> | LeftOut;
};

export const leftOut = (why: string): LeftOut => ({ leftOut: why });

/** There is one of it a party, such as its delivery terms. */
export const theOnlyOne = () => '';

/** It is about who asks. */
export const self = (_input: unknown, _answer: unknown, { userId }: { readonly userId: string }) => userId;

export const readByPost = leftOut('it reads; it is no GET because what is asked is too long for an address');
export const filePart = leftOut('a piece of a file on its way; what becomes of the file is recorded');
export const hotPath = leftOut('the order or the ticket itself tells who, when and what');
export const ownReading = leftOut('what somebody has read or wants to be told is nobody else’s');
