import type { AnyContract, AnyRoute } from './handlers';

/** One route as HTTP sees it. */
export interface Operation {
  readonly domain: string;
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** The template, `/api/v1/orders/:orderId`. */
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly route: AnyRoute;
}

function operationOf(domain: string, name: string, route: AnyRoute): Operation {
  const [method, path = ''] = route.endpoint.split(' ');
  if (method !== 'GET' && method !== 'POST') throw new Error(`not GET or POST: ${route.endpoint}`);
  const pathParameters = [...path.matchAll(/:(\w+)/g)].map(([, parameter = '']) => parameter);
  return { domain, name, method, path, pathParameters, route };
}

/** Sorts after every literal, so that `/orders/counts` is tried before `/orders/:orderId`. */
const literalsFirst = (path: string) => path.replace(/:\w+/g, '\uffff');

/** All routes of a contract in the order a router has to try them. */
export function operationsOf(contract: AnyContract): Operation[] {
  const operations = Object.entries(contract).flatMap(([domain, routes]) =>
    Object.entries(routes).map(([name, route]) => operationOf(domain, name, route)),
  );
  const rank = ({ path, method }: Operation) => `${literalsFirst(path)} ${method}`;
  return operations.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}
