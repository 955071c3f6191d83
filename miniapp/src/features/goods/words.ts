/** The share of its life that goods have left: `还剩 73% 保质期`. */
export const lifeWords = (remainingBp: number) => `还剩 ${Math.floor(remainingBp / 100)}% 保质期`;

/** What is taken off, as the trade says it: 15 % off is `8.5折`. */
export const markdownWords = (markdownBp: number) => `${Math.round((10_000 - markdownBp) / 10) / 100}折`;

/** How often and when goods were bought: `买过 5 次 · 3 天前`. */
export const lastBoughtWords = ({
  timesBought,
  daysSince,
}: {
  readonly timesBought: number;
  readonly daysSince: number;
}) => `买过 ${timesBought} 次 · ${daysSince === 0 ? '今天' : `${daysSince} 天前`}`;
