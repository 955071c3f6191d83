import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import theme from '../theme.json';

const source = path.join(__dirname, '..');
const tokens = readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8');

/** The colours of a set, by name. */
function coloursOf(set: 'day' | 'night'): Readonly<Record<string, string>> {
  const [, body = ''] = new RegExp(`@mixin ${set}-colours \\{([^}]*)\\}`).exec(tokens) ?? [];
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

const day = coloursOf('day');
const night = coloursOf('night');

/** How bright a colour is, 0 to 1, as WCAG 2.1 reckons it. */
function luminanceOf(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string) {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}

const words = ['ink', 'ink-soft', 'ink-faint', 'brand', 'success', 'warn', 'danger', 'deal'];
const fills = [
  'brand-fill',
  'brand-fill-deep',
  'brand-fill-bright',
  'success-fill',
  'warn-fill',
  'danger-fill',
  'deal-fill',
];
const tinted = ['brand', 'success', 'warn', 'danger', 'deal'];

/** Every pair of words and what they stand on. */
const pairs: readonly (readonly [string, string])[] = [
  ...words.flatMap((word) => ['ground', 'paper'].map((under) => [word, under] as const)),
  ...tinted.flatMap((hue) => ['ink', 'ink-soft', hue].map((word) => [word, `${hue}-soft`] as const)),
  ...fills.map((fill) => ['on-fill', fill] as const),
  ...['quiet', 'track', 'off'].flatMap((under) => ['ink', 'ink-soft'].map((word) => [word, under] as const)),
  ...['paper', 'brand-soft'].map((under) => ['brand-deep', under] as const),
  ...['ink', 'ink-soft', 'ink-faint'].map((word) => [word, 'brand-faint'] as const),
];

describe('the colours of the shop', () => {
  it('have the same names by day and by night, each a token', () => {
    const names = Object.keys(day);
    const missing = names.filter((name) => !tokens.includes(`var(--${name})`));

    expect(names.length).toBeGreaterThan(30);
    expect(Object.keys(night)).toEqual(names);
    expect(missing).toEqual([]);
  });

  it.each([
    ['day', day],
    ['night', night],
  ])('let words be read by %s, at 4.5 to 1 or more', (_set, colours) => {
    const faint = pairs
      .map(([word, under]) => ({
        pair: `${word} on ${under}`,
        contrast: contrastOf(colours[word] ?? '', colours[under] ?? ''),
      }))
      .filter(({ contrast }) => !(contrast >= 4.5));

    expect(faint).toEqual([]);
  });

  it.each([
    ['day', day],
    ['night', night],
  ])('let what may be pressed be told from the paper by %s, at 3 to 1 or more', (_set, colours) => {
    const faint = ['brand-fill', 'danger-fill', 'deal-fill', 'brand', 'danger'].filter(
      (name) => !(contrastOf(colours[name] ?? '', colours.paper ?? '') >= 3),
    );

    expect(faint).toEqual([]);
  });

  it('stand in no other file', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(?:scss|tsx)$/.test(name) && name !== path.join('ui', 'tokens.scss'),
    );
    const own = files.flatMap((name) =>
      [...readFileSync(path.join(source, name), 'utf8').matchAll(/#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi)].map(
        ([colour]) => `${name}: ${colour}`,
      ),
    );

    expect(files.length).toBeGreaterThan(100);
    expect(own).toEqual([]);
  });

  it('are the same around the pages of the mini-program', () => {
    const aroundOf = ({ ground, paper, tabWords, tabWordsOn }: (typeof theme)['light']) => ({
      ground,
      paper,
      'ink-faint': tabWords,
      brand: tabWordsOn,
    });

    expect(day).toMatchObject(aroundOf(theme.light));
    expect(night).toMatchObject(aroundOf(theme.dark));
  });
});
