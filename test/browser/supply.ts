import type { Client } from '@tongpan/bff';
import { lotsOf } from './office';

/** What a buyer pays for a base unit. @throws Error when its supplier has no price for it */
export async function priceOf(buyer: Client, skuId: string): Promise<number> {
  const { unitPriceE4 } = await buyer.catalog.get({ skuId });
  if (unitPriceE4 === null) throw new Error(`${skuId} has no price`);
  return unitPriceE4;
}

/**
 * How much a store must order of a SKU so that its distributor runs short, and how much the distributor
 * must buy to serve it. HQ sends what expires first, and a convenience store wants half of the shelf
 * life: the purchase is so large that fresh lots come with the old ones.
 */
export async function quantitiesOf(
  { distributor, hq }: { distributor: Client; hq: Client },
  { skuId, perCase }: { skuId: string; perCase: number },
) {
  const { shelfLifeDays } = await hq.catalog.get({ skuId });
  const [held, supplied] = await Promise.all([lotsOf(distributor, skuId), lotsOf(hq, skuId)]);
  const old = supplied.filter(({ remainingDays }) => remainingDays <= shelfLifeDays / 2 + 1);
  const sold = (Math.ceil(countOf(held) / perCase) + 2) * perCase;
  return { sold, bought: (Math.ceil((countOf(old) + sold) / perCase) + 10) * perCase };
}

const countOf = (lots: Awaited<ReturnType<typeof lotsOf>>) =>
  lots.reduce((sum, { onHand, reserved }) => sum + onHand - reserved, 0);
