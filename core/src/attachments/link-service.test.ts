import { linkTo, opens } from './link-service';

const photo = { id: 'P1', linkSecret: 'a secret of this photo' };
const at = Date.UTC(2026, 2, 15, 8, 7);

describe('a link to a photo', () => {
  it('opens it for a quarter of an hour at least and half an hour at most', () => {
    const link = linkTo(photo, 'full', at);

    expect(opens(photo, link, at)).toBe(true);
    expect(opens(photo, link, at + 15 * 60_000)).toBe(true);
    expect(opens(photo, link, at + 30 * 60_000)).toBe(false);
    expect(opens(photo, link, link.until)).toBe(false);
  });

  it('is the same for who looks again soon, so that it can be kept', () => {
    expect(linkTo(photo, 'full', at + 60_000)).toEqual(linkTo(photo, 'full', at));
  });

  it.each([
    ['another size', { size: 'thumbnail' as const }],
    ['another photo', { photoId: 'P2' }],
    ['a later end', { until: at + 86_400_000 }],
    ['no end', { until: Number.NaN }],
    ['another signature', { signature: 'A'.repeat(43) }],
    ['half a signature', { signature: 'A' }],
    ['no signature', { signature: '' }],
  ])('opens nothing with %s', (_, change) => {
    expect(opens(photo, { ...linkTo(photo, 'full', at), ...change }, at)).toBe(false);
  });

  it('opens nothing with the secret of another photo', () => {
    expect(opens({ ...photo, linkSecret: 'another' }, linkTo(photo, 'full', at), at)).toBe(false);
  });
});
