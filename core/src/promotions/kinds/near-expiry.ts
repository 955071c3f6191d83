import type { BasisPoints } from '../../platform/money';
import { priceKind, type PriceOffer } from '../kind';
import { sayOff } from './say-off';

interface LifeTier {
  /** Goods with so much of their life left, or less. */
  readonly upToLifeBp: BasisPoints;
  readonly offBp: BasisPoints;
}

interface NearExpiry {
  /** Ascending by the life left: the less there is, the more comes off. */
  readonly tiers: readonly LifeTier[];
}

/** 临期特价: goods of lots near their end, the cheaper the less life is left. What was sold so does not come back. */
export const nearExpiry = priceKind<NearExpiry>({
  name: 'nearExpiry',
  title: '临期特价',
  lane: 'unitPrice',
  isSpecialPrice: true,
  counts: 'units',
  fields: [
    {
      name: 'tiers',
      title: '档位',
      type: 'rows',
      rows: [
        { name: 'upToLifeBp', title: '剩余效期不高于', type: 'bp', min: 0, max: 10_000 },
        { name: 'offBp', title: '减去比例', type: 'bp', min: 1, max: 10_000 },
      ],
    },
  ],
  example: {
    tiers: [
      { upToLifeBp: 1_000, offBp: 7_000 },
      { upToLifeBp: 3_333, offBp: 3_000 },
    ],
  },
  hasCliffs: () => false,
  check: ({ tiers }) =>
    tiers.every((tier, at) => {
      const before = tiers[at - 1];
      return before === undefined || (tier.upToLifeBp > before.upToLifeBp && tier.offBp < before.offBp);
    })
      ? []
      : ['promotions.tiersNotRising'],
  describe: ({ tiers }) =>
    tiers.map(({ upToLifeBp, offBp }) => `剩余效期${upToLifeBp / 100}%以内${sayOff(offBp)}`).join('，'),
  price: ({ tiers }, { items }) => ({
    offers: items.flatMap(({ key, quantity, lifeLeftBp }): PriceOffer[] => {
      if (lifeLeftBp === null) return [];
      const tier = tiers.find(({ upToLifeBp }) => lifeLeftBp <= upToLifeBp);
      return tier ? [{ key, quantity, price: { offBp: tier.offBp } }] : [];
    }),
    near: null,
  }),
});
