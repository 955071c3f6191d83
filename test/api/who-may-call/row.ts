import type { Contract } from '@tongpan/bff/src/contract';

/** Who knocks: nobody, people of a store, of a distributor, and of HQ, with every role or one that does not fit. */
export const callers = ['nobody', 's1', 's1-money', 'd1', 'd1-buyer', 'hq', 'hq-money'] as const;
export type Answers = readonly string[];

export const no = 'access.denied';
export const out = 'auth.required';
/** What each of `callers` hears, by the rule a route has. */
export const anyone = (code: string): Answers => Array(7).fill(code) as Answers;
export const signedIn = (store: string, distributor: string, hq: string): Answers => [
  out,
  store,
  store,
  distributor,
  distributor,
  hq,
  hq,
];
export const buyer = (store: string, distributor: string): Answers => [
  out,
  store,
  no,
  distributor,
  distributor,
  no,
  no,
];
export const seller = (distributor: string, hq: string): Answers => [
  out,
  no,
  no,
  distributor,
  distributor,
  hq,
  hq,
];
/** Roles that the purchaser of a distributor and the bookkeeper of HQ do not have. */
export const ownersOf = (distributor: string, hq: string): Answers => [out, no, no, distributor, no, hq, no];
export const finance = (distributor: string, hq: string): Answers => [out, no, no, distributor, no, hq, hq];

/** HQ alone, with every role; its bookkeeper lacks the one asked for. */
export const hqManager = (hq: string): Answers => [out, no, no, no, no, hq, no];
/** HQ's owner; its bookkeeper is none. */
export const hqOwner = hqManager;
export const headquarters = (hq: string): Answers => [out, no, no, no, no, hq, hq];
/** The owner of each party. */
export const owners = (store: string, distributor: string, hq: string): Answers => [
  out,
  store,
  no,
  distributor,
  no,
  hq,
  no,
];

export interface Row {
  readonly input: Record<string, unknown>;
  readonly answers: Answers;
}

/** One row for each route of a room. */
export type RowsOf<Domain extends keyof Contract> = Readonly<Record<keyof Contract[Domain] & string, Row>>;

export const unknownOrder = { orderId: 'NO-SUCH-ORDER', commandId: 'NO-COMMAND' };
export const basket = { lines: [{ skuId: 'WATER', quantity: 50 }] };
