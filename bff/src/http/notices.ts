import { Refused } from '@tongpan/core';
import getRawBody from 'raw-body';
import type { Layer } from './context';

/** What takes a notice somebody outside posts to us: proven by its own signature, not by a session. */
export type TakeNotice = (
  merchantId: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  rawBody: Uint8Array,
) => Promise<void>;

const path = /^\/api\/v1\/wechat\/pay\/(\d{1,32})$/;

/** A notice is a few kilobytes; a larger one is not read. */
const maximumBytes = 65_536;

/** A forger who is told the reason learns from it. */
const failed = { code: 'FAIL', message: '签名或内容不正确' };

/**
 * 支付与退款通知: the bytes as they came go to be proven. Taken is answered 204, also when it came before; what is
 * not proven 401, what is not read 413; anything else is our own fault, so that it is sent again.
 */
export function notices(take: TakeNotice): Layer {
  return async (ctx, next) => {
    const merchantId = ctx.method === 'POST' ? path.exec(ctx.path)?.[1] : undefined;
    if (merchantId === undefined) return next();
    ctx.state.route = '/api/v1/wechat/pay/:merchantId';
    const length = ctx.req.headers['content-length'];
    const rawBody = await getRawBody(ctx.req, { length, limit: maximumBytes }).catch(() => null);
    if (!rawBody) {
      ctx.set('Connection', 'close');
      ctx.status = 413;
      ctx.body = failed;
      return;
    }
    try {
      await take(merchantId, ctx.req.headers, rawBody);
      ctx.status = 204;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      ctx.status = 401;
      ctx.body = failed;
    }
  };
}
