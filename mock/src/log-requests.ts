import type { Layer } from './http';
import type { World } from './world';

const secretInUrl = /((?:secret|access_token)=)[^&]+/g;
const secretInBody = /("secret"\s*:\s*")[^"]+/g;

/** Keeps what was asked and answered, but for looks at the stand-in itself. A caller who was hung up on got status 0. */
export const logRequests =
  (world: World): Layer =>
  async (ctx, next) => {
    await next();
    if (ctx.path.startsWith('/controls')) return world.changed();
    const { body } = ctx;
    const requestId = ctx.response.get('Request-ID');
    world.requests.add({
      at: world.tradeNow(),
      method: ctx.method,
      url: ctx.url.replace(secretInUrl, '$1…'),
      mchid: ctx.state.mchid ?? null,
      body: ctx.state.rawBody.toString().replace(secretInBody, '$1…'),
      status: ctx.respond === false ? 0 : ctx.status,
      answer: typeof body === 'string' && !ctx.type.startsWith('text/html') ? body : '',
      requestId: requestId || null,
      fault: ctx.state.fault ?? null,
    });
  };
