import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback } from './addresses';
import type { Layer, RequestContext } from './context';
import type { HttpMetrics } from './metrics';
import { RefusedRequest } from './problems';
import { bearerTokenOf } from './sessions';

/** Resolves when the part answers, rejects when it does not. */
export type ReadinessCheck = () => Promise<unknown>;

export interface HealthParts {
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
  readonly metrics: HttpMetrics;
  /** Opens `/metrics` to who carries it; without one only this machine may read them. */
  readonly metricsToken: string;
}

/** A part that takes longer is not ready. */
const patienceMs = 2_000;

async function answers(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const answered = check().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

async function answerReady(ctx: RequestContext, { checks }: HealthParts): Promise<void> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, ready: await answers(check) })),
  );
  const errors = results
    .filter(({ ready }) => !ready)
    .map(({ name }) => ({ path: name, message: '没有应答' }));
  if (errors.length > 0) {
    throw new RefusedRequest('server.notReady', { errors, headers: { 'Retry-After': '5' } });
  }
  ctx.body = { status: 'ready', checks: Object.fromEntries(results.map(({ name }) => [name, 'ok'])) };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function mayReadMetrics(ctx: RequestContext, metricsToken: string): boolean {
  const token = bearerTokenOf(ctx);
  if (metricsToken && token !== null) return timingSafeEqual(digest(token), digest(metricsToken));
  // A proxy on this machine also calls from loopback, for strangers: it adds these headers.
  const isForwarded = Boolean(ctx.get('X-Forwarded-For') || ctx.get('Forwarded') || ctx.get('X-Real-IP'));
  return isLoopback(ctx.req.socket.remoteAddress) && !isForwarded;
}

const healthPaths = new Set(['/healthz', '/readyz', '/metrics']);

/** Answers `/healthz` (the process is up), `/readyz` (its parts answer too) and `/metrics`. */
export function health(parts: HealthParts): Layer {
  const answer = async (ctx: RequestContext) => {
    ctx.state.route = ctx.path;
    ctx.set('Cache-Control', 'no-store');
    if (ctx.path === '/healthz') ctx.body = { status: 'up' };
    else if (ctx.path === '/readyz') await answerReady(ctx, parts);
    else if (!mayReadMetrics(ctx, parts.metricsToken)) throw new RefusedRequest('access.denied');
    else {
      ctx.type = parts.metrics.registry.contentType;
      ctx.body = await parts.metrics.registry.metrics();
    }
  };
  return (ctx, next) => {
    const isAsked = ctx.method === 'GET' || ctx.method === 'HEAD';
    return isAsked && healthPaths.has(ctx.path) ? answer(ctx) : next();
  };
}
