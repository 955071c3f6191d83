import type { Accepted } from './applied';

/** A gift a buyer may choose, as much of it as would be given. */
export interface GiftOption {
  readonly skuId: string;
  /** In base units. */
  readonly quantity: number;
  readonly isChosen: boolean;
}

/** What a promotion that counts lets its buyer choose from, and how many; null where nothing is to choose. */
export function offeredGifts({
  player,
  times,
  gifts,
}: Accepted): { readonly chooseCount: number; readonly options: readonly GiftOption[] } | null {
  const { kind, rule } = player.compiled;
  const choice = kind.giftChoiceOf?.(rule) ?? null;
  if (!choice) return null;
  const given = new Set(gifts.map(({ skuId }) => skuId));
  return {
    chooseCount: choice.chooseCount,
    options: choice.gifts.map(({ skuId, quantity }) => ({
      skuId,
      quantity: quantity * times,
      isChosen: given.has(skuId),
    })),
  };
}
