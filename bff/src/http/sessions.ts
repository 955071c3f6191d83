import type { IncomingMessage } from 'node:http';
import { type ApiScope, type Caller, type Clock, Refused } from '@tongpan/core';
import type { AddressReader } from './addresses';
import type { RequestContext } from './context';
import type { Visitor } from './handlers';

/**
 * Who a token belongs to; `mustChangePassword` keeps everything closed but the change itself, `scopes` what a key was not
 * made for.
 */
export type SignedIn = Caller & {
  readonly mustChangePassword?: boolean;
  readonly scopes?: readonly ApiScope[];
};

/** Finds who a token belongs to; null when it is unknown, revoked or past its time. */
export type Authenticate = (token: string, visitor: Visitor) => Promise<SignedIn | null>;

const channels = new Set(['h5', 'weapp', 'pc', 'api']);
const bearer = /^bearer +([0-9A-Za-z._~+/-]{1,512}=*)$/i;
const device = /^[0-9A-Za-z_-]{1,64}$/;
const instant = /^\d{1,15}$/;

const said = (header: string | string[] | undefined): string =>
  typeof header === 'string' ? header : (header?.join(', ') ?? '');

/** Who stands at the door, by what the request says of itself. */
export function visitorOf(ctx: RequestContext, parts: { clock: Clock; addressOf: AddressReader }): Visitor {
  const { headers, socket } = ctx.req;
  const channel = said(headers['x-tongpan-channel']);
  const deviceId = said(headers['x-tongpan-device']);
  const saidAt = said(headers['x-tongpan-at']);
  return {
    channel: channels.has(channel) ? channel : 'api',
    deviceId: device.test(deviceId) ? deviceId : '',
    ip: parts.addressOf(socket.remoteAddress, said(headers['x-forwarded-for'])),
    at: parts.clock.now(),
    saidAt: instant.test(saidAt) ? Number(saidAt) : null,
    requestId: ctx.state.requestId,
  };
}

/** The bearer token of a request; null without one. */
export function tokenOf({ headers }: IncomingMessage): string | null {
  return bearer.exec(headers.authorization ?? '')?.[1] ?? null;
}

export const bearerTokenOf = (ctx: RequestContext): string | null => tokenOf(ctx.req);

/**
 * The caller a request's token belongs to.
 * @throws auth.required without a token, auth.expired when the token opens nothing any more
 */
export async function callerOf(
  ctx: RequestContext,
  visitor: Visitor,
  authenticate: Authenticate,
): Promise<SignedIn> {
  const token = bearerTokenOf(ctx);
  if (token === null) throw new Refused('auth.required');
  const caller = await authenticate(token, visitor);
  if (caller === null) throw new Refused('auth.expired');
  return caller;
}
