import type { Contract, InputOf, OutputOf } from './contract';
import { endpoints } from './contract/endpoints';

/** The typed client that screens, tests and tools share: the endpoint table and types, no schemas. */

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query, below the server's base address. */
  readonly path: string;
  readonly body?: unknown;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** How a request travels: `fetch` in a browser or Node, `Taro.request` in a mini-program. */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

/** What RFC 9457 sends, as far as screens use it. */
export interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** The server answered no, or not at all (`status` 0, code `network`). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemBody,
  ) {
    super(problem.title);
    this.name = 'ApiProblem';
  }

  get code() {
    return this.problem.code;
  }
}

export type Client = {
  [Domain in keyof Contract]: {
    [Name in keyof Contract[Domain]]: (
      input: InputOf<Contract[Domain][Name]>,
    ) => Promise<OutputOf<Contract[Domain][Name]>>;
  };
};

export type { Contract, InputOf, OutputOf } from './contract';

/** Answers of the API by name, for screens: `Answer<'orders', 'get'>`. */
export type Answer<Domain extends keyof Contract, Name extends keyof Contract[Domain]> = OutputOf<
  Contract[Domain][Name]
>;

const networkProblem: ProblemBody = { code: 'network', title: '网络不通，请稍后再试' };

/** Splits an input into the path's parameters, a GET's query and a POST's body. */
export function requestOf(endpoint: string, input: Record<string, unknown>): HttpRequest {
  const [method, template = ''] = endpoint.split(' ');
  const rest: Record<string, unknown> = { ...input };
  const path = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (method === 'POST') return { method, path, body: rest };
  const query = Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return { method: 'GET', path: query ? `${path}?${query}` : path };
}

/** Builds the client over a transport. Every call throws `ApiProblem` when the answer is not a 2xx. */
export function createClient(transport: Transport): Client {
  const call = (endpoint: string) => async (input: Record<string, unknown>) => {
    const answer = await transport(requestOf(endpoint, input)).catch(() => {
      throw new ApiProblem(0, networkProblem);
    });
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    const body = answer.body as Partial<ProblemBody> | null;
    throw new ApiProblem(answer.status, {
      ...body,
      code: body?.code ?? 'server.broken',
      title: body?.title ?? '服务暂时不可用，请稍后再试',
    });
  };
  const domains = Object.entries(endpoints).map(([domain, routes]) => [
    domain,
    Object.fromEntries(Object.entries(routes).map(([name, endpoint]) => [name, call(endpoint)])),
  ]);
  return Object.fromEntries(domains) as Client;
}
