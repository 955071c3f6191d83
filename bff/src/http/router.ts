import { Router } from '@koa/router';
import type { Caller, Clock, Log } from '@tongpan/core';
import { Refused } from '@tongpan/core';
import { isOpenBeforePasswordChange, mayCall } from './access';
import type { AddressReader } from './addresses';
import { type AuditTrail, keeperOf, type Seen } from './audit-trail';
import { readJsonBody } from './body';
import type { Layer, RequestContext, RequestState } from './context';
import type { Capacity } from './door';
import type { AnyContract, HandlersFor, Visitor } from './handlers';
import { type Operation, operationsOf } from './operations';
import { generalProblems } from './problem-table';
import { diagnose, RefusedRequest, retrySoon } from './problems';
import type { RateLimits } from './rate-limits';
import { opens } from './scopes';
import { type Authenticate, callerOf, visitorOf } from './sessions';
import { fieldErrors, parseInput } from './validation';

export interface ApiParts<C extends AnyContract> {
  readonly contract: C;
  readonly handlers: HandlersFor<C>;
  readonly authenticate: Authenticate;
  readonly limits: RateLimits;
  readonly addressOf: AddressReader;
  readonly clock: Clock;
  readonly log: Log;
  readonly maximumBodyBytes: number;
  /** What people do is recorded here; left out, nothing is. */
  readonly trail?: AuditTrail | undefined;
  /** Asked before an order is read; those whose session is known were turned away at the door. */
  readonly overload?: Capacity['overload'];
  /**
   * Parses every answer with its schema before it leaves, and calls a mismatch a bug. Views pick their
   * fields one by one, so production need not pay for it.
   */
  readonly checkOutput: boolean;
}

type ApiContext = RequestContext & { params?: Record<string, string> };
type Serve = (input: unknown, asker: Caller | Visitor) => Promise<unknown>;

/** Pairs each route with its handler; the pairing was checked by `HandlersFor` when it compiled. */
function handlerOf(handlers: object, { domain, name }: Operation): Serve {
  const routes = Reflect.get(handlers, domain) as object | undefined;
  const serve: unknown = routes && Reflect.get(routes, name);
  if (typeof serve !== 'function') throw new Error(`no handler for ${domain}.${name}`);
  return serve.bind(routes) as Serve;
}

/** Ways in, each of which somebody may try to guess through. */
const waysIn = new Set(['logIn', 'wechatLogIn', 'bindByPhone', 'bindByPassword', 'sendCode', 'codeLogIn']);
const isLogIn = ({ domain, name }: Operation) => domain === 'auth' && waysIn.has(name);
const isOrder = ({ domain, name }: Operation) => domain === 'orders' && name === 'place';

/** Lets the request in, or not: rates, session, access. */
async function admit<C extends AnyContract>(
  ctx: RequestContext,
  operation: Operation,
  parts: ApiParts<C>,
  seen: Seen,
): Promise<Caller | Visitor> {
  const visitor = visitorOf(ctx, parts);
  const { access } = operation.route;
  if (access === 'public') {
    await parts.limits.takeAddress(isLogIn(operation) ? 'logIn' : 'visitor', visitor.ip);
    return (seen.asker = visitor);
  }
  const caller = await callerOf(ctx, visitor, parts.authenticate).catch(async (error: unknown) => {
    // Guessing tokens costs the guesser's address.
    if (error instanceof Refused) await parts.limits.takeAddress('visitor', visitor.ip);
    throw error;
  });
  ctx.state.partyId = caller.partyId;
  // A replay's session was minted by someone who holds the database itself; it plays months in minutes.
  const waited = caller.channel === 'replay' ? undefined : parts.limits.takeUser(caller.userId);
  if (waited) await waited;
  seen.asker = caller;
  if (caller.mustChangePassword === true && !isOpenBeforePasswordChange(operation.route.endpoint)) {
    throw new RefusedRequest('auth.passwordMustChange');
  }
  if (caller.scopes && !opens(caller.scopes, operation.route.endpoint)) {
    throw new RefusedRequest('access.outOfScope');
  }
  if (!mayCall(access, caller)) throw new RefusedRequest('access.denied');
  return caller;
}

/** An answer as its schema promises it. */
function checkedOutput({ domain, name, route }: Operation, output: unknown): unknown {
  const parsed = route.output.safeParse(output);
  if (parsed.success) return parsed.data;
  const mismatches = fieldErrors(parsed.error).map(({ path, message }) => `${path}: ${message}`);
  throw new Error(`${domain}.${name} answered against its contract: ${mismatches.join('; ')}`);
}

function layerOf<C extends AnyContract>(operation: Operation, parts: ApiParts<C>) {
  const { route, method, path } = operation;
  const isFull = isOrder(operation) ? parts.overload : undefined;
  const hasParameters = operation.pathParameters.length > 0;
  const serve = handlerOf(parts.handlers, operation);
  const warnUndeclared = (error: unknown) => {
    if (!parts.checkOutput || !(error instanceof Refused) || error instanceof RefusedRequest) return;
    if (route.errors.includes(error.code) || error.code in generalProblems) return;
    parts.log.warn({ code: error.code, route: path }, 'a refusal the contract does not declare');
  };

  const serveOne = async (ctx: ApiContext, seen: Seen) => {
    ctx.state.route = path;
    ctx.res.setHeader('Cache-Control', 'no-store');
    const asker = await admit(ctx, operation, parts, seen);
    if (isFull?.()) throw new RefusedRequest('server.busy', { headers: retrySoon });
    const sent = method === 'POST' ? await readJsonBody(ctx, parts.maximumBodyBytes) : ctx.query;
    const input = parseInput(route.input, hasParameters ? { ...sent, ...ctx.params } : sent);
    seen.input = input;
    const output = await serve(input, asker).catch((error: unknown) => {
      warnUndeclared(error);
      throw error;
    });
    if (output === undefined) throw new Error(`${operation.domain}.${operation.name} answered nothing`);
    seen.answer = output;
    answer(ctx, parts.checkOutput ? checkedOutput(operation, output) : output);
  };

  const keep = keeperOf(parts.trail, operation);
  if (!keep) return (ctx: ApiContext) => serveOne(ctx, {});
  return async (ctx: ApiContext) => {
    const seen: Seen = {};
    try {
      await serveOne(ctx, seen);
    } catch (error) {
      keep(ctx, seen, diagnose(error).code);
      throw error;
    }
    keep(ctx, seen, 'done');
  };
}

/** Writes an answer as JSON once; Koa would do so again to learn its length. */
function answer(ctx: RequestContext, output: unknown): void {
  ctx.res.setHeader('Content-Type', 'application/json; charset=utf-8');
  ctx.body = JSON.stringify(output);
}

export interface ApiRouter {
  readonly router: Router<RequestState>;
  readonly layer: Layer;
}

/**
 * The API: for every route of the contract access, one input out of path, query or body (the path
 * wins; fields the schema does not know are left out), the handler, and the answer. A path without
 * parameters is looked up; the router, which tries one pattern after the other, gets the rest.
 * @throws Error when a handler is missing
 */
export function apiRouter<C extends AnyContract>(parts: ApiParts<C>): ApiRouter {
  const router = new Router<RequestState>({ strict: true, sensitive: true });
  const direct = new Map<string, ReturnType<typeof layerOf>>();
  for (const operation of operationsOf(parts.contract)) {
    const { method, path, pathParameters } = operation;
    const layer = layerOf(operation, parts);
    if (pathParameters.length === 0) direct.set(`${method} ${path}`, layer);
    if (method === 'GET') router.get(path, layer);
    else router.post(path, layer);
  }
  const routes = router.routes();
  return {
    router,
    layer: (ctx, next) => direct.get(`${ctx.method} ${ctx.path}`)?.(ctx) ?? routes(ctx as never, next),
  };
}

/** Below `/api` everything the router did not take is unknown, or asked with the wrong method. */
export function refuseUnknown(router: Router<RequestState>): Layer {
  return (ctx, next) => {
    if (!/^\/api(\/|$)/.test(ctx.path)) return next();
    const methods = router.stack.filter((layer) => layer.match(ctx.path)).flatMap((layer) => layer.methods);
    if (methods.length === 0) throw new RefusedRequest('route.unknown');
    const allow = [...new Set(methods)].join(', ');
    throw new RefusedRequest('method.notAllowed', { headers: { Allow: allow } });
  };
}
