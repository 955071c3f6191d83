import { type Instant, linkTo, type Photo, type PhotoSize } from '@tongpan/core';

/** Where a photo is fetched by whoever holds this link, for a while. */
function linkUrl(photo: Photo, size: PhotoSize, now: Instant): string {
  const { until, signature } = linkTo(photo, size, now);
  return `/api/v1/photos/${photo.id}/${size}.jpg?until=${until}&signature=${signature}`;
}

/** The links of a photo, made for somebody who may see it. */
export const photoLinks = (photo: Photo, now: Instant) => ({
  url: linkUrl(photo, 'full', now),
  thumbnailUrl: linkUrl(photo, 'thumbnail', now),
});

/** What a thing names as its photos, in its order: uploaded ones with links, typed references as they are. */
export function viewPhotos(references: readonly string[], photos: readonly Photo[] = [], now: Instant) {
  const known = new Map(photos.map((photo) => [photo.id, photo]));
  return references.map((reference) => {
    const photo = known.get(reference);
    return { reference, ...(photo ? photoLinks(photo, now) : { url: null, thumbnailUrl: null }) };
  });
}

/** Where everybody fetches a picture of goods; it never changes under its id. */
export const goodsPictureUrl = (photoId: string, size: PhotoSize) =>
  `/api/v1/goods-pictures/${photoId}/${size}.jpg`;
