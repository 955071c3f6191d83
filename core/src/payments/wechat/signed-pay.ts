import { randomBytes } from 'node:crypto';
import Pay from 'wechatpay-node-v3';
import type { Clock, WechatMerchant } from '../../platform';
import { canonicalOrigin } from './canonical';
import type { Handed, transport } from './transport';

export interface SignedPayOptions {
  readonly merchant: WechatMerchant;
  readonly clock: Clock;
  readonly transport: ReturnType<typeof transport>;
}

/**
 * The library as builder and signer. Nonces come from the operating system and the time from our clock; its own come
 * from `Math.random` and the wall. What it would verify or decrypt is never called.
 */
export class SignedPay extends Pay {
  readonly #clock: Clock;

  constructor({ merchant, clock, transport }: SignedPayOptions) {
    super({
      // Every request names its own.
      appid: '',
      mchid: merchant.mchid,
      serial_no: merchant.certificateSerial,
      publicKey: Buffer.from(merchant.certificatePem),
      privateKey: Buffer.from(merchant.privateKeyPem),
      userAgent: 'Tongpan/1',
    });
    this.#clock = clock;
    this.createHttp(transport);
  }

  protected override buildAuthorization(method: string, url: string, params?: object): string {
    const nonce = newNonce();
    const timestamp = secondsOf(this.#clock);
    const path = url.slice(canonicalOrigin.length);
    return this.getAuthorization(nonce, timestamp, this.getSignature(method, nonce, timestamp, path, params));
  }

  /** Asks for a path the library has no method for. */
  async getPath(path: string): Promise<Handed> {
    const url = `${canonicalOrigin}${path}`;
    return handed(await this.httpService.get(url, this.getHeaders(this.buildAuthorization('GET', url))));
  }
}

/** The library passes on what our transport handed to it, and types it as its own. */
export const handed = (output: object): Handed => output as Handed;

/** 32 characters, as many as WeChat takes. */
export const newNonce = () => randomBytes(16).toString('hex');

export const secondsOf = (clock: Clock) => Math.floor(clock.now() / 1_000).toString();
