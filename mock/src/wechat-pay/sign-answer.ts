import { randomText } from '../crypto/random';
import { signText } from '../crypto/rsa';
import type { Signer } from './signer';

/** What is wrong, on purpose, with a signature. */
export type Forgery = 'wrongKey' | 'signTest' | 'unknownSerial' | 'stale';

const staleMs = 10 * 60_000;

/** The five headers over `body` (empty for 204), as of `at`; `strangerPem` signs when the key is to be wrong. */
export async function signatureHeaders(
  body: string,
  signer: Signer,
  at: number,
  forgery: Forgery | null,
  strangerPem: string,
): Promise<Record<string, string>> {
  const timestamp = Math.floor((forgery === 'stale' ? at - staleMs : at) / 1_000).toString();
  const nonce = randomText(32);
  const pem = forgery === 'wrongKey' ? strangerPem : signer.privateKeyPem;
  const signature = await signText(`${timestamp}\n${nonce}\n${body}\n`, pem);
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': forgery === 'unknownSerial' ? `7${'0'.repeat(39)}` : signer.serial,
    'Wechatpay-Signature': forgery === 'signTest' ? `WECHATPAY/SIGNTEST/${signature}` : signature,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}
