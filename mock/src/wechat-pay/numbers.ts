import { randomDigits, randomHex, randomText } from '../crypto/random';
import { beijingDay, compactTime } from '../clock';

const dayDigits = (at: number) => beijingDay(at).replaceAll('-', '');

/** 28 digits that start with 42, as WeChat numbers its transactions. */
export const makeTransactionId = (at: number) => `42000${randomDigits(5)}${dayDigits(at)}${randomDigits(10)}`;

/** Digits that start with 50. */
export const makeRefundId = (at: number) => `50${randomDigits(9)}${dayDigits(at)}${randomDigits(10)}`;

export const makePrepayId = (at: number) => `wx${compactTime(at)}${randomHex(16).toLowerCase()}0000`;

/** What the QR code of a Native order says; the cashier finds the order by it. */
export const codeUrlOf = (prepayId: string) => `weixin://wxpay/bizpayurl?pr=${prepayId.slice(2)}`;

/** The prepay id a code was made of, or null. */
export function prepayOfCodeUrl(codeUrl: string): string | null {
  const [, part] = /^weixin:\/\/wxpay\/bizpayurl\?pr=([0-9a-f]+)$/.exec(codeUrl) ?? [];
  return part === undefined ? null : `wx${part}`;
}

export const makeNoticeId = () => {
  const hex = randomHex(32).toLowerCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

export const makeRequestId = () => `08${randomText(30).toUpperCase()}-0`;
