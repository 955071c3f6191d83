import type { Clock, Log, WechatMerchant } from '../../platform';
import type { Outcome } from '../gateway';
import type { Answer, Fetch } from '../../platform/wechat/fetch-answer';
import { platformKeys, type PlatformKeys } from './platform-keys';
import { readOutcome } from './read-outcome';
import { handed, SignedPay } from './signed-pay';
import { transport } from './transport';

export interface LineOptions {
  readonly payUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly timeoutMs: number;
  readonly billTimeoutMs: number;
}

/** What is kept for one merchant: its signer, and WeChat's keys as this merchant knows them. */
export interface MerchantLine {
  readonly merchant: WechatMerchant;
  readonly pay: SignedPay;
  /** The same for bill files, which are long and take their time. */
  readonly bills: SignedPay;
  readonly keys: PlatformKeys;
  /** What came of a call of the library; `read` answers undefined to what it does not understand. */
  readonly answered: <T>(
    output: Promise<object>,
    read: (answer: Answer) => T | undefined,
  ) => Promise<Outcome<T>>;
}

const answerBytes = 1_048_576;
/** A million rows of a trade bill. */
const billBytes = 512 * 1_048_576;

/** Opens a merchant's line. Nothing is sent. */
export function merchantLine(merchant: WechatMerchant, options: LineOptions): MerchantLine {
  const { clock, log, payUrl, fetch } = options;
  const { mode, publicKeyId } = merchant.verify;
  const askedSerial = mode === 'publicKey' ? publicKeyId : null;
  const signer = (timeoutMs: number, limitBytes: number) =>
    new SignedPay({
      merchant,
      clock,
      transport: transport({ payUrl, fetch, timeoutMs, limitBytes, askedSerial }),
    });
  const pay = signer(options.timeoutMs, answerBytes);
  const fetchCertificates = async () => (await pay.getPath('/v3/certificates')).sent;
  const keys = platformKeys({ merchant, fetchCertificates, clock, log });
  return {
    merchant,
    pay,
    bills: signer(options.billTimeoutMs, billBytes),
    keys,
    answered: async (output, read) => readOutcome(handed(await output).sent, { keys, clock }, read),
  };
}
