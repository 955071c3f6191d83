import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Log } from '@tongpan/core';
import type { Layer } from './context';
import type { HttpMetrics } from './metrics';

const saneRequestId = /^[0-9A-Za-z_-]{8,64}$/;

/** Routes that machines ask every few seconds: they are worth a line only when they fail. */
const quietRoutes = new Set(['/healthz', '/readyz', '/metrics']);

/** The id a request brings along, when it is a sane one, or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && saneRequestId.test(given) ? given : randomUUID();
}

/**
 * Gives each request its id and, when it is over, a log line and a measurement. The line carries the
 * route's template instead of the address, so it holds no names, numbers or tokens.
 */
export function requestLog(parts: { log: Log; metrics: HttpMetrics }): Layer {
  return (ctx, next) => {
    const startedMs = performance.now();
    const requestId = requestIdOf(ctx.req);
    ctx.state.requestId = requestId;
    ctx.state.route = 'unknown';
    ctx.res.setHeader('X-Request-Id', requestId);

    ctx.res.once('close', () => {
      const { method, status } = ctx;
      const { route, partyId } = ctx.state;
      const ms = performance.now() - startedMs;
      parts.metrics.observe({ method, route, status, seconds: ms / 1000 });
      if (quietRoutes.has(route) && status < 400) return;
      const aborted = ctx.res.writableFinished ? {} : { aborted: true };
      parts.log.info(
        { method, route, status, ms: Math.round(ms * 10) / 10, requestId, partyId, ...aborted },
        'request',
      );
    });
    return next();
  };
}
