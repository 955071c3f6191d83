import type { AnswerFault, AnswerWish } from '../faults';
import { type Context, queryOf } from '../http';
import type { Merchant } from '../keys';
import type { World } from '../world';
import { makeRequestId } from './numbers';
import { rememberNonces } from './nonces';
import { parseBody } from './read-body';
import { PayRefused } from './refusal';
import { type Forgery, signatureHeaders } from './sign-answer';
import { answerSigner, signerNamed } from './signer';
import { verifyRequest } from './verify-request';

export interface PayCall {
  readonly merchant: Merchant;
  readonly body: unknown;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly at: number;
}

export interface PayAnswer {
  readonly status: number;
  readonly body?: object;
  /** Bytes that are sent as they are and never signed. */
  readonly file?: { readonly bytes: Buffer; readonly type: string };
}

export type PayHandler = (call: PayCall) => PayAnswer;

const forgeries: ReadonlySet<string> = new Set<Forgery>(['wrongKey', 'signTest', 'unknownSerial', 'stale']);
const isForgery = (kind: AnswerFault | null): kind is AnswerFault & Forgery =>
  kind !== null && forgeries.has(kind);

/** The headers that sign a body. */
type Sign = (body: string) => Promise<Record<string, string>>;
const unsigned: Sign = async () => ({});

const systemError = {
  status: 500,
  body: { code: 'SYSTEM_ERROR', message: '系统异常，请用相同参数重新调用' },
};
const tooOften = { status: 429, body: { code: 'FREQUENCY_LIMITED', message: '频率限制' } };
const gatewayPage = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

/** Answers that stand in front of the work: it is not done. */
const beforeWork: Partial<Record<AnswerFault, PayAnswer>> = {
  error500: systemError,
  frequencyLimited: tooOften,
};

function refusalOf(error: unknown): PayAnswer {
  if (!(error instanceof PayRefused)) throw error;
  return { status: error.status, body: error.body() };
}

/** Serves signed calls: verifies, works, answers signed, and lets the faults in force strike. */
export function payServer(world: World) {
  const isFreshNonce = rememberNonces();
  const witness = () => ({
    at: world.signingNow(),
    merchantOf: (mchid: string) => world.keys.merchants.find((merchant) => merchant.mchid === mchid),
    isFreshNonce,
  });

  function verified(ctx: Context): Merchant {
    const { method, url = '/', headers } = ctx.req;
    return verifyRequest({ method: method ?? 'GET', url, headers, rawBody: ctx.state.rawBody }, witness());
  }

  function signerFor(ctx: Context, merchant: Merchant) {
    const wanted = ctx.get('Wechatpay-Serial');
    return (wanted && signerNamed(world.keys, wanted)) || answerSigner(world.keys, merchant.mode);
  }

  function work(ctx: Context, merchant: Merchant, handler: PayHandler): PayAnswer {
    try {
      const wanted = ctx.get('Wechatpay-Serial');
      if (wanted && !signerNamed(world.keys, wanted)) {
        throw new PayRefused('PARAM_ERROR', 'Http头Wechatpay-Serial对应的证书或公钥不存在');
      }
      const at = world.tradeNow();
      world.till.settle(at);
      const { rawBody } = ctx.state;
      const body = rawBody.length > 0 ? parseBody(rawBody) : undefined;
      return handler({ merchant, body, query: queryOf(ctx), params: ctx.params, at });
    } catch (error) {
      return refusalOf(error);
    } finally {
      world.changed();
    }
  }

  async function write(ctx: Context, answer: PayAnswer, sign: Sign): Promise<void> {
    ctx.status = answer.status;
    if (answer.file) {
      ctx.type = answer.file.type;
      ctx.body = answer.file.bytes;
      return;
    }
    const text = answer.body ? JSON.stringify(answer.body) : '';
    ctx.set(await sign(text));
    if (answer.body) {
      ctx.type = 'application/json; charset=utf-8';
      ctx.body = text;
    }
  }

  /** Holds the caller for `waitMs` and hangs up without a word. */
  function hangUp(ctx: Context, { waitMs }: AnswerWish): void {
    ctx.respond = false;
    setTimeout(() => ctx.req.socket.destroy(), waitMs).unref();
  }

  return (handler: PayHandler) =>
    async (ctx: Context): Promise<void> => {
      ctx.set('Request-ID', makeRequestId());
      let merchant: Merchant;
      try {
        merchant = verified(ctx);
      } catch (error) {
        // Nobody is known yet whose key could sign: such refusals carry no signature.
        return write(ctx, refusalOf(error), unsigned);
      }
      ctx.state.mchid = merchant.mchid;
      const fault = world.faults.ofAnswer({ mchid: merchant.mchid, method: ctx.method, path: ctx.path });
      const kind = fault?.kind ?? null;
      if (kind) ctx.state.fault = kind;
      if (fault?.kind === 'timeout') return hangUp(ctx, fault);
      if (kind === 'html') {
        ctx.status = 502;
        ctx.type = 'text/html';
        ctx.body = gatewayPage;
        return;
      }
      const early = kind === null ? undefined : beforeWork[kind];
      const answer = early ?? work(ctx, merchant, handler);
      if (fault?.kind === 'timeoutAfterWork') return hangUp(ctx, fault);
      const told = kind === 'error500AfterWork' ? systemError : answer;
      const forgery = isForgery(kind) ? kind : null;
      const signed: Sign = (body) =>
        signatureHeaders(body, signerFor(ctx, merchant), world.signingNow(), forgery, world.strangerPem);
      await write(ctx, told, kind === 'unsigned' ? unsigned : signed);
    };
}
