/** The gifts chosen of each promotion, by its id. */
export type GiftChoices = Readonly<Record<string, readonly string[]>>;

/** As the server is told of them. */
export interface WantedGifts {
  readonly promotionId: string;
  readonly skuIds: readonly string[];
}

/** The most promotions one order tells gifts of. */
const promotionsMax = 20;

/** What the server is told: a promotion nothing is chosen of is left to it. */
export const chosenGifts = (choices: GiftChoices): readonly WantedGifts[] =>
  Object.entries(choices)
    .filter(([, skuIds]) => skuIds.length > 0)
    .slice(-promotionsMax)
    .map(([promotionId, skuIds]) => ({ promotionId, skuIds }));

/** The choice after a gift was ticked or unticked: beyond the count the one chosen first makes room. */
export function giftToggled(
  chosen: readonly string[],
  skuId: string,
  chooseCount: number,
): readonly string[] {
  if (chosen.includes(skuId)) return chosen.filter((one) => one !== skuId);
  return [...chosen, skuId].slice(-chooseCount);
}

/** How many more may be chosen. */
export const leftToChoose = (chosen: readonly string[], chooseCount: number) =>
  Math.max(0, chooseCount - chosen.length);
