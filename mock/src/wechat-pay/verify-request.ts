import { isSignedBy } from '../crypto/rsa';
import type { Merchant } from '../keys';
import { type Authorization, readAuthorization } from './authorization';
import { PayRefused } from './refusal';

/** What the wire brought, untouched: the path with its query as sent, the body's own bytes. */
export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawBody: Buffer;
}

export interface Witness {
  readonly at: number;
  merchantOf(mchid: string): Merchant | undefined;
  /** True the first time a merchant uses a nonce within the window. */
  isFreshNonce(mchid: string, nonce: string, at: number): boolean;
}

/** Requests older or newer than this are refused. */
export const windowMs = 5 * 60_000;

const signatureWrong = (message: string) => new PayRefused('SIGN_ERROR', message);
const headerOf = ({ headers }: SignedRequest, name: string) => {
  const value = headers[name];
  return typeof value === 'string' ? value.trim() : '';
};

function checkHeaders(request: SignedRequest): void {
  if (!headerOf(request, 'user-agent')) {
    throw new PayRefused('INVALID_REQUEST', 'Http头缺少User-Agent');
  }
  const accept = headerOf(request, 'accept');
  if (!/application\/json|\*\/\*/.test(accept)) {
    throw new PayRefused('INVALID_REQUEST', 'Http头Accept应为application/json');
  }
  if (request.rawBody.length > 0 && !/^application\/json\b/i.test(headerOf(request, 'content-type'))) {
    throw new PayRefused('INVALID_REQUEST', 'Http头Content-Type应为application/json');
  }
}

function signedText({ method, url, rawBody }: SignedRequest, { timestamp, nonce }: Authorization): Buffer {
  const head = Buffer.from(`${method}\n${url}\n${timestamp}\n${nonce}\n`);
  return Buffer.concat([head, rawBody, Buffer.from('\n')]);
}

/**
 * The merchant who really sent this, checked in WeChat's order: headers, syntax, time, merchant and serial, signature.
 * @throws PayRefused INVALID_REQUEST, SIGN_ERROR
 */
export function verifyRequest(request: SignedRequest, witness: Witness): Merchant {
  checkHeaders(request);
  const header = headerOf(request, 'authorization');
  if (!header) throw signatureWrong('Http头缺少Authorization');
  const authorization = readAuthorization(header);
  if (!authorization) throw signatureWrong('Http头Authorization格式错误');
  const skewMs = Math.abs(witness.at - authorization.timestamp * 1_000);
  if (skewMs > windowMs)
    throw signatureWrong('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  const merchant = witness.merchantOf(authorization.mchid);
  if (!merchant) throw signatureWrong('商户号不存在');
  const { certificate } = merchant;
  if (authorization.serial.toUpperCase() !== certificate.serial) throw signatureWrong('商户证书序列号有误');
  if (witness.at >= certificate.validUntil || witness.at < certificate.validFrom) {
    throw signatureWrong('商户证书已过期');
  }
  const text = signedText(request, authorization);
  if (!isSignedBy(text, authorization.signature, certificate.certificatePem)) {
    throw signatureWrong('签名错误，请检查后再试');
  }
  // Last, so that nobody without the key can burn a merchant's nonces.
  if (!witness.isFreshNonce(merchant.mchid, authorization.nonce, witness.at)) {
    throw signatureWrong('nonce_str重复，请求可能被重放');
  }
  return merchant;
}
