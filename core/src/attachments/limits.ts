/** Every bound of photos by its name. */
export const photoLimits = {
  bytes: 5 * 1_048_576,
  /** More than a phone's camera takes at this size; what claims to be more is made to fill the memory. */
  pixels: 64_000_000,
  fullPixels: 1_600,
  thumbnailPixels: 320,
  partBytes: 262_144,
  parts: 20,
  /** Photos of one user that have begun and not ended. */
  openUploads: 20,
  userPhotosADay: 200,
  partyPhotosADay: 1_000,
  waitingHours: 24,
  /** Pictures looked at side by side, and how many more may wait for that. */
  sideBySide: 2,
  queue: 32,
  purgedTogether: 200,
  /** A link is good for this long at least, and twice that at most. */
  linkMs: 15 * 60_000,
};
