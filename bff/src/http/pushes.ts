import { Refused } from '@tongpan/core';
import getRawBody from 'raw-body';
import type { Layer } from './context';

export interface PushSigned {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/** What takes the pushes of WeChat's platform: proven by their own signature, not by a session. */
export interface Pushes {
  /** The word WeChat wants back when the address is set up. */
  echo(signed: PushSigned, word: string): string;
  take(signed: PushSigned, body: string): Promise<void>;
}

const path = '/api/v1/wechat/push';

/** A push is a few hundred bytes; a larger one is not read. */
const maximumBytes = 65_536;

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/**
 * 消息推送: a GET sets the address up, a POST tells something. What is not signed is answered 401; what is taken, and what
 * nobody here wants to know, `success`; anything else is our own fault, so that it is sent again.
 */
export function pushes({ echo, take }: Pushes): Layer {
  return async (ctx, next) => {
    const isWanted = ctx.path === path && (ctx.method === 'GET' || ctx.method === 'POST');
    if (!isWanted) return next();
    ctx.state.route = path;
    const { signature, timestamp, nonce, echostr } = ctx.query;
    const signed = {
      signature: textOf(signature),
      timestamp: textOf(timestamp),
      nonce: textOf(nonce),
    };
    try {
      ctx.type = 'text/plain';
      if (ctx.method === 'GET') {
        ctx.body = echo(signed, textOf(echostr));
        return;
      }
      // An unsigned one is not read.
      echo(signed, '');
      const length = ctx.req.headers['content-length'];
      const body = await getRawBody(ctx.req, { length, limit: maximumBytes, encoding: 'utf8' }).catch(
        () => null,
      );
      if (body === null) {
        ctx.set('Connection', 'close');
        ctx.status = 413;
        ctx.body = 'too long';
        return;
      }
      await take(signed, body);
      ctx.body = 'success';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      ctx.status = 401;
      ctx.body = 'signature';
    }
  };
}
