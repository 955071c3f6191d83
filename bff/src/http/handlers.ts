import type { Caller, Instant } from '@tongpan/core';
import type { z } from 'zod';
import type { Contract, OutputOf, ParsedOf } from '../contract';
import type { Route } from '../contract/route';

/** Someone who need not be logged in: from where, through what, and when. */
export interface Visitor {
  readonly channel: string;
  readonly deviceId: string;
  readonly ip: string;
  readonly at: Instant;
  /** The time the request says it is made at; believed only in a replay's session. */
  readonly saidAt: Instant | null;
  readonly requestId: string;
}

export type AnyRoute = Route<string, z.ZodType, z.ZodType>;
export type AnyContract = Readonly<Record<string, Readonly<Record<string, AnyRoute>>>>;

type RouteOf<C> = { [Domain in keyof C]: C[Domain][keyof C[Domain]] }[keyof C];

/** The routes that need no session. */
export type PublicEndpoint = Extract<RouteOf<Contract>, { readonly access: 'public' }>['endpoint'];

/** Who asks for a route: a visitor where nobody need be logged in. */
export type AskerOf<R> = R extends { readonly access: 'public' } ? Visitor : Caller;

/** What serves one route: the validated input and who asks, to the view that goes out. */
export type Handler<R> = (input: ParsedOf<R>, asker: AskerOf<R>) => Promise<OutputOf<R>>;

export type HandlersFor<C extends AnyContract> = {
  readonly [Domain in keyof C]: { readonly [Name in keyof C[Domain]]: Handler<C[Domain][Name]> };
};

/** A handler for every route there is: one that is missing does not compile. */
export type Handlers = HandlersFor<Contract>;

/** The handlers of one domain: `HandlersOf<'orders'>`. */
export type HandlersOf<Domain extends keyof Contract> = Handlers[Domain];
