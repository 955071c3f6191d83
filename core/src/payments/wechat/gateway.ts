import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Log, WechatMerchant } from '../../platform';
import { readFundFlowBill } from '../bills/read-fund-flow-bill';
import { readTradeBill } from '../bills/read-trade-bill';
import type { Outcome, PaymentGateway, RefundState, TradeState } from '../gateway';
import type { Answer } from '../../platform/wechat/fetch-answer';
import { askAgain } from './ask-again';
import { clientParams } from './client-params';
import { fetchBill, whileBeingMade } from './fetch-bill';
import { linesOf } from './lines';
import type { MerchantLine } from './merchant-line';
import { assertRefundNo, assertTradeNo } from './number-rules';
import { openTrade } from './open-trade';
import { partnerMode } from './partner-mode';
import { readBy } from './read-by';
import { readNotice } from './read-notice';
import { refundRequest } from './requests';
import { refund, trade } from './shapes';
import { newNonce, secondsOf } from './signed-pay';
import type { Fetch } from '../../platform/wechat/fetch-answer';

export interface WechatGatewayOptions {
  readonly payUrl: string;
  /** The appid of trades in which no appid takes part: H5 and Native. */
  readonly webAppid: string;
  readonly clock: Clock;
  readonly log: Log;
  /** For each of at most three attempts. */
  readonly timeoutMs?: number;
  readonly billTimeoutMs?: number;
  readonly fetch?: Fetch;
  readonly wait?: (waitMs: number) => Promise<unknown>;
}

/** WeChat Pay behind the port of payments. A merchant's line is opened when it is first used. */
export function wechatGateway(options: WechatGatewayOptions): PaymentGateway {
  const { clock, log, payUrl, webAppid, wait = sleep } = options;
  const { timeoutMs = 5_000, billTimeoutMs = 120_000 } = options;
  const lineOf = linesOf({ payUrl, clock, log, timeoutMs, billTimeoutMs, fetch: options.fetch ?? fetch });

  /** One question: asked again while nobody knows; what people should hear of goes into the log. */
  const ask = async <T>(
    merchant: WechatMerchant,
    call: string,
    attempt: (line: MerchantLine) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    if (merchant.subMchid !== null) return partnerMode;
    const line = lineOf(merchant);
    const outcome = await askAgain(() => attempt(line), wait);
    note(log, { mchid: merchant.mchid, call }, outcome);
    return outcome;
  };

  return {
    create: (merchant, order) => ask(merchant, 'create', (line) => openTrade(line, order, webAppid)),
    clientParams: (merchant, appId, prepayId) =>
      clientParams({ appId, timeStamp: secondsOf(clock), nonceStr: newNonce(), prepayId }, (text) =>
        lineOf(merchant).pay.sha256WithRsa(text),
      ),
    query: async (merchant, outTradeNo) => {
      assertTradeNo(outTradeNo);
      return ask(merchant, 'query', ({ pay, answered }) =>
        answered(pay.query({ out_trade_no: outTradeNo }), tradeNamed(outTradeNo, merchant.mchid)),
      );
    },
    close: async (merchant, outTradeNo) => {
      assertTradeNo(outTradeNo);
      return ask(merchant, 'close', ({ pay, answered }) => answered(pay.close(outTradeNo), () => null));
    },
    refund: async (merchant, asked) => {
      const request = refundRequest(asked);
      return ask(merchant, 'refund', ({ pay, answered }) =>
        answered(pay.refunds(request), refundNamed(asked.outRefundNo)),
      );
    },
    queryRefund: async (merchant, outRefundNo) => {
      assertRefundNo(outRefundNo);
      return ask(merchant, 'queryRefund', ({ pay, answered }) =>
        answered(pay.find_refunds(outRefundNo), refundNamed(outRefundNo)),
      );
    },
    tradeBill: async (merchant, on) => {
      const outcome = await ask(merchant, 'tradeBill', (line) => {
        const apply = () => line.pay.tradebill({ bill_date: on, bill_type: 'ALL' });
        return fetchBill({ line, apply, read: readTradeBill });
      });
      return whileBeingMade(outcome);
    },
    fundFlowBill: async (merchant, on) => {
      const outcome = await ask(merchant, 'fundFlowBill', (line) => {
        const apply = () => line.pay.fundflowbill({ bill_date: on, account_type: 'BASIC' });
        return fetchBill({ line, apply, read: readFundFlowBill });
      });
      return whileBeingMade(outcome);
    },
    readNotice: (merchant, headers, rawBody, now) => readNotice(lineOf(merchant), { headers, rawBody }, now),
  };
}

/** Refusals that no other order, payer or amount would change: somebody has to look at the settings. */
const ofSettings = ['SIGN_ERROR', 'NO_AUTH', 'APPID_MCHID_NOT_MATCH', 'MCH_NOT_EXISTS'];

function note(log: Log, asked: { readonly mchid: string; readonly call: string }, outcome: Outcome<unknown>) {
  if (outcome.kind === 'unknown')
    log.warn({ ...asked, why: outcome.why }, 'wechat pay gave no certain answer');
  if (outcome.kind === 'refused' && ofSettings.includes(outcome.code))
    log.error({ ...asked, code: outcome.code }, 'wechat pay does not take our settings');
}

/** An answer about another trade is not understood. */
const tradeNamed =
  (outTradeNo: string, mchid: string) =>
  (answer: Answer): TradeState | undefined => {
    const told = readBy(trade, answer);
    if (told?.outTradeNo !== outTradeNo || told.mchid !== mchid) return undefined;
    const { appid: _appid, mchid: _mchid, ...state } = told;
    return state;
  };

const refundNamed =
  (outRefundNo: string) =>
  (answer: Answer): RefundState | undefined => {
    const told = readBy(refund, answer);
    if (told?.outRefundNo !== outRefundNo) return undefined;
    const { outTradeNo: _outTradeNo, ...state } = told;
    return state;
  };
