import type { TokenedCaller } from './access-tokens';

export interface MiniappCode {
  /** Up to 32 characters of `[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]`. */
  readonly scene: string;
  /** Without a leading slash and a query. */
  readonly page: string;
  readonly version: 'release' | 'trial' | 'develop';
}

const isPicture = (body: Buffer) =>
  body.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) ||
  body.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]));

/** The picture of a code that opens a page of the mini-program: PNG or JPEG. */
export const miniappCode = (miniapp: TokenedCaller, { scene, page, version }: MiniappCode) =>
  miniapp.call<Buffer>({
    path: '/wxa/getwxacodeunlimit',
    // A page that is not published yet would be refused otherwise.
    body: { scene, page, env_version: version, check_path: version === 'release' },
    read: ({ body }) => (isPicture(body) ? body : undefined),
  });
