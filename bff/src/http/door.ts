import { type IncomingMessage, STATUS_CODES, type ServerResponse } from 'node:http';
import type { Log } from '@tongpan/core';
import { endpoints } from '../contract/endpoints';
import type { HttpMetrics } from './metrics';
import { generalProblems } from './problem-table';
import { requestIdOf } from './request-log';
import { tokenOf } from './sessions';

/** What the house says of itself while it is too full; each may be missing. */
export interface Capacity {
  /** True while an order more would only be refused by the intake. */
  readonly overload?: (() => boolean) | undefined;
  /** True when a token's session is known without asking anybody. */
  readonly isKnownToken?: ((token: string) => boolean) | undefined;
}

export interface DoorParts extends Capacity {
  /** True while requests wait too long before they are looked at. */
  readonly isLate: () => boolean;
  readonly isClosing: () => boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly metrics: HttpMetrics;
  readonly log: Log;
}

/** Answers a request there is no room for and says true, or leaves it alone and says false. */
export type Door = (request: IncomingMessage, response: ServerResponse) => boolean;

const [orderMethod, orderPath = ''] = endpoints.orders.place.split(' ');
/** What was refused is told once in this time: a line for each would be load of its own. */
const tellMs = 1_000;

const { status, title } = generalProblems['server.busy'];
const problem = { type: 'urn:tongpan:problem:server.busy', title, status, code: 'server.busy' };
/** The document as far as it is the same for all; what differs is put behind it. */
const sameForAll = JSON.stringify(problem).slice(0, -1);

/**
 * Turns requests away before anything is done for them, while more than can be served arrives: a refusal
 * must cost so little that four times the load still leaves time for what was let in. Orders are turned
 * away while the intake is full, from people whose session is known (everyone else is asked who they are
 * first); everything below `/api` while the event loop itself is late. What was let in goes on.
 */
export function openDoor(parts: DoorParts): Door {
  const headers = parts.headers.flat();
  const refused = { orders: 0, late: 0 };
  let timer: NodeJS.Timeout | null = null;

  const tell = () => {
    timer = null;
    parts.log.warn({ ...refused }, 'requests turned away: too much at once');
    refused.orders = 0;
    refused.late = 0;
  };

  const refuse = (request: IncomingMessage, response: ServerResponse, why: keyof typeof refused) => {
    const { url = '', method = '' } = request;
    const path = url.split('?', 1)[0];
    const requestId = requestIdOf(request);
    const body = `${sameForAll},"instance":${JSON.stringify(path)},"requestId":"${requestId}"}`;
    const own = ['content-type', 'application/problem+json; charset=utf-8', 'cache-control', 'no-store'];
    const sent = [...headers, ...own, 'retry-after', '1', 'x-request-id', requestId];
    sent.push('content-length', String(Buffer.byteLength(body)));
    if (parts.isClosing()) sent.push('connection', 'close');
    response.writeHead(status, STATUS_CODES[status], sent);
    response.end(body);
    parts.metrics.observe({ method, route: why === 'orders' ? orderPath : '/api/*', status, seconds: 0 });
    refused[why] += 1;
    timer ??= setTimeout(tell, tellMs).unref();
    return true;
  };

  const isKnown = (request: IncomingMessage) => {
    const token = tokenOf(request);
    return token !== null && parts.isKnownToken?.(token) === true;
  };

  return (request, response) => {
    const { url = '', method } = request;
    if (parts.isLate() && url.startsWith('/api/')) return refuse(request, response, 'late');
    if (url !== orderPath || method !== orderMethod || !parts.overload?.()) return false;
    return isKnown(request) && refuse(request, response, 'orders');
  };
}
