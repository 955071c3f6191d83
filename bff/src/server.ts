import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, Log } from '@tongpan/core';
import Koa from 'koa';
import type { Registry } from 'prom-client';
import { addressReader } from './http/addresses';
import { apiDocs } from './http/api-docs';
import type { AuditTrail } from './http/audit-trail';
import { compression } from './http/compression';
import { notices, type TakeNotice } from './http/notices';
import { type PictureSource, pictures } from './http/pictures';
import { type Pushes, pushes } from './http/pushes';
import { type Capacity, openDoor } from './http/door';
import { watchEventLoop } from './http/event-loop';
import type { Layer, RequestState } from './http/context';
import type { AnyContract, HandlersFor } from './http/handlers';
import { type ReadinessCheck, health } from './http/health';
import { type HttpMetrics, httpMetrics } from './http/metrics';
import { openApiDocument } from './http/openapi';
import { RefusedRequest, answerProblems, errorFields } from './http/problems';
import { type Limiter, rateLimits } from './http/rate-limits';
import { requestLog } from './http/request-log';
import { apiRouter, refuseUnknown } from './http/router';
import { securityHeaderList, securityHeaders } from './http/security-headers';
import type { Authenticate } from './http/sessions';
import type { ServerSettings } from './http/settings';
import { answerBrokenSockets } from './http/sockets';
import { type StaticSite, staticSite } from './http/static-site';

/** Everything the HTTP layer needs from the house. */
export interface ServerParts<C extends AnyContract> extends Capacity {
  readonly settings: ServerSettings;
  readonly contract: C;
  readonly handlers: HandlersFor<C>;
  readonly authenticate: Authenticate;
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly log: Log;
  /** What people do is recorded here; left out, nothing is. */
  readonly trail?: AuditTrail | undefined;
  readonly readiness: Readonly<Record<string, ReadinessCheck>>;
  readonly sites: readonly StaticSite[];
  /** Takes what WeChat Pay posts to us; left out, such posts are unknown. */
  readonly takeNotice?: TakeNotice;
  /** Where photos lie; left out, there are none. */
  readonly pictures?: PictureSource;
  /** Takes what WeChat's platform pushes to us; left out, such posts are unknown. */
  readonly pushes?: Pushes;
  /** The folder of swagger-ui-dist. */
  readonly swaggerRoot: string;
  readonly version: string;
  /** May carry the metrics of others; a fresh one by default. */
  readonly registry?: Registry;
}

export interface HttpServer {
  /** Starts to accept and says where. */
  listen(): Promise<{ readonly host: string; readonly port: number }>;
  /** Accepts nothing more, lets running requests finish within `shutdownMs`, then ends them. */
  close(): Promise<void>;
}

const limits = {
  headerBytes: 16_384,
  headersMs: 10_000,
  requestMs: 30_000,
  // Longer than the 60 s a proxy in front keeps an idle connection, so that it never meets a closed one.
  keepAliveMs: 65_000,
  connections: 10_000,
  // Many may knock in one moment; the system may hold fewer (net.core.somaxconn).
  backlog: 4_096,
  checkEveryMs: 5_000,
};

/** Tells clients of a closing server to look for another connection. */
function sayGoodbye(isClosing: () => boolean): Layer {
  return async (ctx, next) => {
    await next();
    if (isClosing()) ctx.set('Connection', 'close');
  };
}

function application<C extends AnyContract>(
  parts: ServerParts<C>,
  metrics: HttpMetrics,
  isClosing: () => boolean,
) {
  const { settings, log, clock } = parts;
  const limits = rateLimits({ limiter: parts.limiter, rules: settings.rates, log });
  const addressOf = addressReader(settings.trustProxy);
  const { router, layer } = apiRouter({
    contract: parts.contract,
    handlers: parts.handlers,
    authenticate: parts.authenticate,
    limits,
    addressOf,
    clock,
    log,
    maximumBodyBytes: settings.maximumBodyBytes,
    trail: parts.trail,
    overload: parts.overload,
    checkOutput: settings.checkOutput,
  });

  const app = new Koa<RequestState>();
  app.on('error', (error: unknown, ctx?: { state: RequestState }) =>
    log.warn({ requestId: ctx?.state.requestId, error: errorFields(error) }, 'an answer broke off'),
  );
  app.use(requestLog({ log, metrics }));
  app.use(securityHeaders(settings.behindHttps));
  app.use(sayGoodbye(isClosing));
  app.use(compression());
  app.use(answerProblems(log));
  app.use(health({ checks: parts.readiness, metrics, metricsToken: settings.metricsToken }));
  if (parts.takeNotice) app.use(notices(parts.takeNotice));
  if (parts.pictures) app.use(pictures({ source: parts.pictures, limits, addressOf, clock }));
  if (parts.pushes) app.use(pushes(parts.pushes));
  app.use(layer);
  app.use(apiDocs(openApiDocument(parts.contract, parts.version), parts.swaggerRoot));
  app.use(refuseUnknown(router));
  for (const site of parts.sites) app.use(staticSite(site));
  app.use(() => {
    throw new RefusedRequest('route.unknown');
  });
  return app;
}

function listen(server: Server, { host, port }: ServerSettings): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: limits.backlog }, () => {
      server.off('error', reject);
      resolve({ host, port: (server.address() as AddressInfo).port });
    });
  });
}

/** Ends what is still running when the time is over. */
function closeWithin(server: Server, shutdownMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), shutdownMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Puts the HTTP layer together; it listens when told to.
 * @throws Error when a handler is missing, a code has no title, or a setting makes no sense
 */
export function createServer<C extends AnyContract>(parts: ServerParts<C>): HttpServer {
  let closing: Promise<void> | undefined;
  const isClosing = () => closing !== undefined;
  const metrics = httpMetrics(parts.registry);
  const handle = application(parts, metrics, isClosing).callback();
  const eventLoop = watchEventLoop(parts.settings.lateLimitMs);
  const turnedAway = openDoor({
    overload: parts.overload,
    isKnownToken: parts.isKnownToken,
    isLate: eventLoop.isLate,
    isClosing,
    headers: securityHeaderList(parts.settings.behindHttps),
    metrics,
    log: parts.log,
  });
  const server = createHttpServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.checkEveryMs,
    },
    (request, response) => {
      if (!turnedAway(request, response)) void handle(request, response);
    },
  );
  server.maxConnections = limits.connections;
  answerBrokenSockets(server);
  return {
    listen: () => listen(server, parts.settings),
    close: () => (closing ??= closeWithin(server, parts.settings.shutdownMs).finally(eventLoop.stop)),
  };
}
