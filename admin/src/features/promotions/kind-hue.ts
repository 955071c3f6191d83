/** Turns neighbours in the list of kinds far apart on the colour wheel. */
const GOLDEN_DEGREES = 137.5;
const CIRCLE_DEGREES = 360;

/** The hue of a kind, in degrees: by its place among the kinds, so that no two are alike. */
export function hueOf(kind: string, kinds: ReadonlyMap<string, unknown> | undefined) {
  const place = kinds ? [...kinds.keys()].indexOf(kind) : 0;
  return Math.round(Math.max(0, place) * GOLDEN_DEGREES) % CIRCLE_DEGREES;
}
