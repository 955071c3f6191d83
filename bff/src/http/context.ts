import type { Middleware, ParameterizedContext } from 'koa';

/** What the layers of one request tell each other. */
export interface RequestState {
  requestId: string;
  /** The route's template, never the path itself: it names log lines and metrics. */
  route: string;
  partyId?: string;
  /** The body's bytes as they came: signatures are made over these. */
  rawBody?: Buffer;
}

export type RequestContext = ParameterizedContext<RequestState>;
export type Layer = Middleware<RequestState>;
