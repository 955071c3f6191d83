import { randomHex } from '../crypto/random';

const words = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40030: 'invalid refresh_token',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  10060001: '支付单不存在',
  10060002: '支付单已完成发货，无法继续发货',
  10060003: '支付单已使用重新发货机会',
  10060004: '支付单处于不可发货的状态',
  10060023: '发货信息未更新',
  10060031: 'openid与支付者不符',
  268485216: '上传时间非法',
  268485228: '统一发货模式需且仅需一条物流信息',
} as const;

export type ErrorCode = keyof typeof words;

/** An answer of the platform that says no: HTTP 200 with `errcode` and `errmsg`. */
export class PlatformRefused extends Error {
  constructor(
    readonly errcode: ErrorCode,
    readonly detail = '',
  ) {
    super(words[errcode]);
    this.name = 'PlatformRefused';
  }

  body() {
    const rid = [8, 8, 8].map((length) => randomHex(length).toLowerCase()).join('-');
    const detail = this.detail ? ` ${this.detail}` : '';
    return { errcode: this.errcode, errmsg: `${this.message}${detail} rid: ${rid}` };
  }
}
