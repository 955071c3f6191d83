import type Koa from 'koa';
import type Router from '@koa/router';
import getRawBody from 'raw-body';

export interface State {
  /** The body's own bytes. */
  rawBody: Buffer;
  /** What the request log is told besides. */
  mchid?: string;
  fault?: string;
}

export type Context = Koa.ParameterizedContext<State> & { params: Record<string, string> };
export type Layer = Koa.Middleware<State>;
export type Routes = Router<State>;

const maximumBytes = 1_048_576;

/** Keeps the body's bytes before anything reads them. */
export const readRawBody: Layer = async (ctx, next) => {
  ctx.state.rawBody = await getRawBody(ctx.req, { limit: maximumBytes });
  await next();
};

/** The query as single values; of a name said twice the first counts. */
export function queryOf(ctx: Pick<Koa.Context, 'query'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ctx.query).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

/** The fields of an HTML form. */
export const formOf = (ctx: Context): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(ctx.state.rawBody.toString()));
