import type { Day, Fen, Instant, Outcome, WechatMerchant } from '../platform';
import type { FundFlowBill, TradeBill } from './bills/model';

/** Who is paid: a merchant of WeChat Pay with its keys. */
export type Merchant = WechatMerchant;

export type { Outcome };

export type PayChannel =
  /** Inside WeChat: the mini-program, or a page in its browser. */
  | { readonly kind: 'jsapi'; readonly appid: string; readonly openid: string }
  /** A mobile browser outside WeChat. */
  | { readonly kind: 'h5'; readonly payerIp: string; readonly type: 'iOS' | 'Android' | 'Wap' }
  /** A code on a screen, scanned with the phone. */
  | { readonly kind: 'native' };

export interface NewTrade {
  /** 6–32 of `[0-9A-Za-z_-]`, never used for anything else. */
  readonly outTradeNo: string;
  readonly amountFen: Fen;
  /** Shown to the payer; cut to what WeChat takes. */
  readonly description: string;
  /** The last moment to pay; it does not close the trade. Whole seconds count. */
  readonly expiresAt: Instant;
  readonly notifyUrl: string;
  readonly channel: PayChannel;
}

/** What the payer's device goes on with: an id for `clientParams`, an address, or the text of a QR code. */
export type CreatedTrade =
  { readonly prepayId: string } | { readonly h5Url: string } | { readonly codeUrl: string };

/** What the payer's device hands to WeChat. */
export interface ClientParams {
  readonly appId: string;
  /** Seconds, as a text. */
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

export interface TradeState {
  /** `REFUND` means that something was given back, not that all of it was. `NOTPAY` is never final. */
  readonly state:
    'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR' | 'ACCEPT';
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  /** What was asked for (`amount.total`); 0 only while nothing is paid and WeChat tells no amount. */
  readonly amountFen: Fen;
  readonly paidAt: Instant | null;
  readonly payerOpenid: string | null;
  readonly tradeType: string | null;
}

export interface NewRefund {
  readonly outTradeNo: string;
  /** Up to 64 of `[0-9A-Za-z_-]`; kept for every repetition. */
  readonly outRefundNo: string;
  readonly refundFen: Fen;
  /** What the trade was for, not what is left of it. */
  readonly totalFen: Fen;
  /** Shown to the payer; cut to what WeChat takes. */
  readonly reason: string;
  readonly notifyUrl: string;
}

export interface RefundState {
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly status: 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL';
  readonly refundFen: Fen;
  readonly succeededAt: Instant | null;
}

/** What WeChat told us by itself, proven to come from it and to be for this merchant. */
export type Notice =
  | {
      readonly kind: 'payment';
      /** The same in every repetition. */
      readonly id: string;
      readonly trade: TradeState & { readonly mchid: string; readonly appid: string };
    }
  | {
      readonly kind: 'refund';
      readonly id: string;
      readonly refund: RefundState & { readonly mchid: string; readonly outTradeNo: string };
    };

/** The port to whoever takes the money. Amounts are fen, instants ms. It throws only where it says so. */
export interface PaymentGateway {
  /** Opens a trade. The same number with the same parameters answers the same again, as long as it is unpaid. */
  create(merchant: Merchant, trade: NewTrade): Promise<Outcome<CreatedTrade>>;
  /** Signs what the device needs to pay `prepayId`; `appid` is the one it was opened with. */
  clientParams(merchant: Merchant, appid: string, prepayId: string): ClientParams;
  /** Refused with ORDER_NOT_EXIST when nothing of that number is there. */
  query(merchant: Merchant, outTradeNo: string): Promise<Outcome<TradeState>>;
  /** Done also for unknown numbers, so it proves nothing; refused with ORDERPAID when it is paid. */
  close(merchant: Merchant, outTradeNo: string): Promise<Outcome<null>>;
  /** Done means accepted; money moves later. */
  refund(merchant: Merchant, refund: NewRefund): Promise<Outcome<RefundState>>;
  /** Refused with RESOURCE_NOT_EXISTS when nothing of that number is there. */
  queryRefund(merchant: Merchant, outRefundNo: string): Promise<Outcome<RefundState>>;
  /** All payments and accepted refunds of a day; null: there were none. Unknown while the bill is being made. */
  tradeBill(merchant: Merchant, on: Day): Promise<Outcome<TradeBill | null>>;
  /** All movements of the merchant's account on a day; null: there were none. */
  fundFlowBill(merchant: Merchant, on: Day): Promise<Outcome<FundFlowBill | null>>;
  /**
   * Opens what was posted to us: header names in lower case, the bytes as they came. A repetition reads the same.
   * @throws Refused payments.noticeForged | payments.noticeStale | payments.noticeUnknownSerial |
   * payments.noticeNotUnderstood (truly theirs, but of a kind we do not know)
   */
  readNotice(
    merchant: Merchant,
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
    rawBody: Uint8Array,
    now: Instant,
  ): Promise<Notice>;
}
