import { randomOf } from '@tongpan/core/src/demo/random';

/** One person's luck: the same seed and name, the same throws. */
export interface Luck {
  /** True in `share` of all cases, 0 to 1. */
  chance(share: number): boolean;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** @throws RangeError when there is nothing to pick from */
  pick<Item>(items: readonly Item[]): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
}

export function luckOf(seed: number, name: string): Luck {
  let mixed = seed >>> 0;
  for (const character of name) mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x01000193) >>> 0;
  const random = randomOf(mixed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    chance: (share) => random() < share,
    between,
    pick(items) {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[between(0, items.length - 1)]!;
    },
    shuffle: (items) =>
      items
        .map((item) => ({ item, at: random() }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item),
  };
}
