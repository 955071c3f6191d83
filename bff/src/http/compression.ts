import compress from 'koa-compress';
import type { Layer } from './context';

/**
 * A text up to this size is sent as it is: it goes out in the first flight of packets either way (RFC 6928
 * allows ten), and packing it would cost more than the rest of the request.
 */
const plainTextBytes = 8_192;
/** Everything else, which is files, from here on. */
const plainBytes = 1_024;

const done = () => Promise.resolve();

/** Packs what is worth it, in the encoding the caller likes best. */
export function compression(): Layer {
  const pack = compress({ threshold: plainBytes });
  return async (ctx, next) => {
    ctx.res.setHeader('Vary', 'Accept-Encoding');
    await next();
    if (typeof ctx.body === 'string' && ctx.response.length < plainTextBytes) return;
    await pack(ctx, done);
  };
}
