import { useState } from 'react';
import { forget, keep, readKept } from '@/platform/storage';
import type { GiftChoices } from './gift-choice';

const keyOf = (basketKey: string) => `gifts:${basketKey}`;
const nothing: GiftChoices = {};

/**
 * The gifts chosen for a basket, kept on the device. A choice outlives changes of the basket: as far as a promotion
 * still offers it, the server gives it, and what it does not offer any more it passes over.
 */
export function useGiftChoice(basketKey: string) {
  const [known, setKnown] = useState(() => readOf(basketKey));
  const current = known.basketKey === basketKey ? known : readOf(basketKey);
  return {
    choices: current.choices,
    choose(promotionId: string, skuIds: readonly string[]) {
      const choices = { ...current.choices, [promotionId]: skuIds };
      keep(keyOf(basketKey), choices);
      setKnown({ basketKey, choices });
    },
    forget() {
      forget(keyOf(basketKey));
      setKnown({ basketKey, choices: nothing });
    },
  };
}

const readOf = (basketKey: string) => ({
  basketKey,
  choices: readKept<GiftChoices>(keyOf(basketKey)) ?? nothing,
});
