import { Semaphore } from 'async-mutex';
import type { Sharp, SharpOptions } from 'sharp';
import { Refused, Unavailable } from '../platform';
import { photoLimits } from './limits';
import type { PictureMime } from './model';
import { sniffPicture } from './sniff-picture';

/** A picture as it is kept, both as JPEG. */
export interface Picture {
  readonly mime: PictureMime;
  readonly full: Uint8Array;
  readonly thumbnail: Uint8Array;
  readonly width: number;
  readonly height: number;
}

type Look = (bytes: Uint8Array, options: SharpOptions) => Sharp;

/** Loaded by the first photo: a machine on which it does not load takes no photos and sells all the same. */
let loading: Promise<Look> | null = null;

async function load(): Promise<Look> {
  const { default: sharp } = await import('sharp');
  // Of all it can read only what we take: every other reader is a door nobody needs.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

const seats = new Semaphore(photoLimits.sideBySide);
let waiting = 0;

/** Takes turns: a picture being looked at costs memory and a core. @throws Unavailable when too many wait */
async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (waiting >= photoLimits.queue) throw new Unavailable('too many pictures at once');
  waiting += 1;
  try {
    return await seats.runExclusive(work);
  } finally {
    waiting -= 1;
  }
}

/**
 * Draws a picture anew: turned upright, at most 1,600 pixels a side, with a thumbnail. Nothing but pixels comes along:
 * no place it was taken at, no device, nothing hidden behind or inside it.
 * @throws attachments.notAPicture, attachments.pictureBroken, attachments.tooManyPixels, Unavailable
 */
export async function drawAnew(bytes: Uint8Array): Promise<Picture> {
  const mime = sniffPicture(bytes);
  if (mime === null) throw new Refused('attachments.notAPicture');
  const look = await (loading ??= load()).catch((error: unknown) => {
    throw new Unavailable('pictures cannot be read on this machine', { cause: error });
  });
  return inTurn(async () => {
    const options: SharpOptions = { failOn: 'error', limitInputPixels: photoLimits.pixels, pages: 1 };
    try {
      const { width, height } = await look(bytes, { ...options, limitInputPixels: false }).metadata();
      if (width * height > photoLimits.pixels) throw new Refused('attachments.tooManyPixels');
      const full = await fitted(look(bytes, options).autoOrient(), photoLimits.fullPixels, 82);
      const thumbnail = await fitted(look(full.data, options), photoLimits.thumbnailPixels, 76);
      return {
        mime,
        full: full.data,
        thumbnail: thumbnail.data,
        width: full.info.width,
        height: full.info.height,
      };
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw new Refused('attachments.pictureBroken');
    }
  });
}

const fitted = (picture: Sharp, side: number, quality: number) =>
  picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
