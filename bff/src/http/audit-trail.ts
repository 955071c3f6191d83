import type { Caller, Core } from '@tongpan/core';
import type { RequestContext } from './context';
import type { Visitor } from './handlers';
import type { Operation } from './operations';

type RecordEntry = Core['auditLog']['record'];

/** About what a call was, or why its route is not recorded (`recorded-routes`). */
type Row =
  ((input: never, answer: never, asker: never) => string | null | undefined) | { readonly leftOut: string };

/** Which routes are recorded, and where to. */
export interface AuditTrail {
  readonly routes: Readonly<{ [Domain in string]?: Readonly<{ [Name in string]?: Row }> }>;
  readonly record: RecordEntry;
}

/** What is known of a call so far. */
export interface Seen {
  /** There once the call is let in, or refused to somebody who is known. */
  asker?: Caller | Visitor;
  input?: unknown;
  answer?: unknown;
}

/** Records a call whose outcome is known. */
export type Keep = (ctx: RequestContext, seen: Seen, outcome: string) => void;

interface Person {
  readonly userId: string | null;
  readonly userName: string;
  readonly partyId: string | null;
  readonly roles: readonly string[];
}

const nobody: Person = { userId: null, userName: '', partyId: null, roles: [] };

interface LoggedIn {
  readonly me?: {
    readonly userId: string;
    readonly name: string;
    readonly roles: readonly string[];
    readonly party: { readonly partyId: string };
  };
}

/** Who a visitor turned out to be: every log-in that succeeds answers with `me`. */
function whoCameIn(answer: unknown): Person {
  const { me } = (answer ?? {}) as LoggedIn;
  return me ? { userId: me.userId, userName: me.name, partyId: me.party.partyId, roles: me.roles } : nobody;
}

const isCaller = (asker: Caller | Visitor): asker is Caller => 'userId' in asker;

/** The name somebody tried to come in by. */
function triedName(input: unknown): string | undefined {
  const { loginName } = (input ?? {}) as { readonly loginName?: unknown };
  return typeof loginName === 'string' ? loginName : undefined;
}

/**
 * What records the calls of a route; undefined for a route that only reads or is left out. Called when the answer is
 * known, it only takes the entry in: nothing is written before the answer leaves. Whom nobody knows, and what was
 * turned away for coming too often, is not recorded: it would let strangers fill the log. A replay plays months in
 * minutes and is nobody's doing.
 */
export function keeperOf(trail: AuditTrail | undefined, operation: Operation): Keep | undefined {
  const { domain, name, method } = operation;
  const about = trail?.routes[domain]?.[name];
  if (!trail || method === 'GET' || typeof about !== 'function') return undefined;
  const subjectOf = about as (input: unknown, answer: unknown, asker: unknown) => string | null | undefined;
  return (ctx, { asker, input, answer }, outcome) => {
    if (!asker || asker.channel === 'replay') return;
    const isKnown = isCaller(asker);
    const person = isKnown ? asker : whoCameIn(answer);
    const subjectId = input === undefined ? '' : subjectOf(input, answer, asker);
    const isOutside = !isKnown && person.userId === null;
    trail.record({
      at: asker.at,
      userId: person.userId,
      userName: person.userName,
      partyId: person.partyId,
      roles: person.roles,
      route: `${domain}.${name}`,
      subjectId: subjectId || (isKnown ? '' : (person.userId ?? '')),
      input: input ?? null,
      outcome,
      address: asker.ip,
      device: ctx.get('User-Agent'),
      requestId: ctx.state.requestId,
      triedName: isOutside ? triedName(input) : undefined,
    });
  };
}
