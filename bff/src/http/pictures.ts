import type { Clock, PhotoLink, PhotoSize } from '@tongpan/core';
import type { AddressReader } from './addresses';
import type { Layer, RequestContext } from './context';
import { RefusedRequest } from './problems';
import type { RateLimits } from './rate-limits';

/** Where pictures lie; each answers null for what is not to be seen, and says no more. */
export interface PictureSource {
  /** The bytes a signed link opens. */
  open(link: PhotoLink, at: number): Promise<Uint8Array | null>;
  /** A picture of goods, which is for everybody. */
  openGoods(photoId: string, size: PhotoSize): Promise<Uint8Array | null>;
}

interface PictureParts {
  readonly source: PictureSource;
  readonly limits: RateLimits;
  readonly addressOf: AddressReader;
  readonly clock: Clock;
}

const path = /^\/api\/v1\/(photos|goods-pictures)\/([0-9A-Za-z_-]{1,40})\/(full|thumbnail)\.jpg$/;
const yearSeconds = 365 * 86_400;

/**
 * Pictures for `<img>`, which sends no bearer token: a photo is opened by a link signed for who may see it, a picture of
 * goods by its name. Unknown, foreign, forged and expired are one answer.
 */
export function pictures({ source, limits, addressOf, clock }: PictureParts): Layer {
  const find = (ctx: RequestContext, kind: string, photoId: string, size: PhotoSize) => {
    if (kind === 'goods-pictures') return source.openGoods(photoId, size);
    const { until, signature } = ctx.query;
    const link = { photoId, size, until: Number(until), signature: String(signature ?? '') };
    return source.open(link, clock.now());
  };

  return async (ctx, next) => {
    const [, kind = '', photoId = '', size] = path.exec(ctx.path) ?? [];
    if (size === undefined || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
    ctx.state.route = `/api/v1/${kind}/:photoId/:size`;
    const forwarded = ctx.get('X-Forwarded-For');
    await limits.takeAddress('picture', addressOf(ctx.req.socket.remoteAddress, forwarded));
    const bytes = await find(ctx, kind, photoId, size as PhotoSize);
    if (bytes === null) throw new RefusedRequest('route.unknown');
    ctx.set({
      'Content-Type': 'image/jpeg',
      'Content-Disposition': `inline; filename="${photoId}.jpg"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control':
        kind === 'goods-pictures'
          ? `public, max-age=${yearSeconds}, immutable`
          : 'private, max-age=900, immutable',
    });
    ctx.body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
}
