import type { Contract, OutputOf } from '@tongpan/bff';
import { contract, type ParsedOf } from '@tongpan/bff/src/contract';
import { generalProblems, problemKindOf } from '@tongpan/bff/src/http/problem-table';
import type { ServerAnswer, WxRequest } from './wx-request';

/** What the server says to each call it may get. What is checked against the contract cannot drift from it. */
export type FakeAnswers = {
  [Domain in keyof Contract]?: {
    [Name in keyof Contract[Domain]]?: (
      input: ParsedOf<Contract[Domain][Name]>,
    ) => OutputOf<Contract[Domain][Name]>;
  };
};

/** A no of the server by its code; title and status are the server's own. */
export class FakeRefusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** The network is down: nothing comes back. */
export class Unreachable extends Error {}

interface Schema {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown; readonly error?: Error };
}

interface FakeRoute {
  readonly name: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly access: string;
  readonly input: Schema;
  readonly output: Schema;
}

const routes: readonly FakeRoute[] = Object.entries(contract).flatMap(([domain, named]) =>
  Object.entries(named).map(([name, { endpoint, access, input, output }]) => {
    const [method = '', template = ''] = endpoint.split(' ');
    return { name: `${domain}.${name}`, method, segments: template.split('/'), access, input, output };
  }),
);

/** A call of the API as the server understood it. */
export interface ApiCall {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A server that knows the contract by heart and otherwise says what it is told. */
export function createFakeApi(answers: FakeAnswers, token: string) {
  const calls: ApiCall[] = [];
  const faults: string[] = [];

  async function serve(request: WxRequest): Promise<ServerAnswer> {
    const { pathname, searchParams } = new URL(request.url, 'http://server.invalid');
    const found = routeOf(request.method ?? 'GET', pathname);
    if (!found)
      return problem('route.unknown', faults, `${request.method} ${request.url} is not in the contract`);
    const { route, parameters } = found;
    if (route.access !== 'public' && authorizationOf(request) !== `Bearer ${token}`)
      return problem('auth.required');
    const sent: unknown = route.method === 'POST' ? JSON.parse(String(request.data)) : {};
    const input = route.input.safeParse({
      ...Object.fromEntries(searchParams),
      ...Object.assign({}, sent),
      ...parameters,
    });
    if (!input.success) return problem('request.invalid', faults, `${route.name}: ${input.error?.message}`);
    calls.push({ name: route.name, input: Object.assign({}, input.data) });
    return answer(route, input.data);
  }

  function answer(route: FakeRoute, input: unknown): ServerAnswer {
    const handler = handlerOf(answers, route.name);
    if (!handler) return problem('server.broken', faults, `nobody answers ${route.name}`);
    try {
      const output = route.output.safeParse(handler(input));
      if (output.success) return { statusCode: 200, text: JSON.stringify(output.data) };
      return problem('server.broken', faults, `the answer to ${route.name}: ${output.error?.message}`);
    } catch (error) {
      if (error instanceof FakeRefusal) return problem(error.code);
      throw error;
    }
  }

  return {
    serve,
    /** Every call that was understood, in order; those with the given name, or all. */
    calls: (name?: string) => calls.filter((call) => name === undefined || call.name === name),
    /** What contract and fake disagree about: requests and answers alike. */
    faults,
  };
}

function routeOf(method: string, pathname: string) {
  const segments = pathname.split('/');
  const fitting = routes.filter(
    (route) =>
      route.method === method &&
      route.segments.length === segments.length &&
      route.segments.every((segment, at) => segment.startsWith(':') || segment === segments[at]),
  );
  // `orders/counts` is a name before it is the id of an order.
  const route = fitting.find(({ segments: own }) => own.join('/') === pathname) ?? fitting[0];
  if (!route) return null;
  const named = route.segments.map((segment, at) => [segment, decodeURIComponent(segments[at]!)] as const);
  const parameters = named.filter(([segment]) => segment.startsWith(':'));
  return {
    route,
    parameters: Object.fromEntries(parameters.map(([segment, value]) => [segment.slice(1), value])),
  };
}

function handlerOf(answers: FakeAnswers, name: string) {
  const [domain = '', verb = ''] = name.split('.');
  const group: unknown = Reflect.get(answers, domain);
  const handler: unknown = typeof group === 'object' && group !== null ? Reflect.get(group, verb) : undefined;
  if (typeof handler !== 'function') return null;
  return (input: unknown): unknown => Reflect.apply(handler, undefined, [input]);
}

const authorizationOf = ({ header = {} }: WxRequest) =>
  Object.entries(header).find(([name]) => name.toLowerCase() === 'authorization')?.[1];

function problem(code: string, faults: string[] = [], fault?: string): ServerAnswer {
  if (fault) faults.push(fault);
  const kind = problemKindOf(code);
  if (!kind) faults.push(`the server has no refusal ${code}`);
  const { status, title } = kind ?? generalProblems['server.broken'];
  return {
    statusCode: status,
    text: JSON.stringify({ type: 'about:blank', status, code, title, requestId: 'R1' }),
  };
}
