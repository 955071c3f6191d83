import type { DeliveryTerms } from '../orders';
import type { Instant } from '../platform/clock';

/** One seller of the demo charges for delivery, from today on: by amount, and supermarkets by cases. */
export const demoDelivery = (now: Instant): readonly DeliveryTerms[] => [
  {
    sellerId: 'D03',
    version: 1,
    startsAt: now,
    rules: [
      {
        buyerId: null,
        regionCode: null,
        channel: null,
        charge: {
          kind: 'amount',
          steps: [
            { fromFen: 0, chargeFen: 2_000 },
            { fromFen: 30_000, chargeFen: 1_000 },
          ],
        },
        freeFromFen: 60_000,
      },
      {
        buyerId: null,
        regionCode: null,
        channel: 'modern',
        charge: { kind: 'cases', first: 5, firstFen: 1_500, further: 1, furtherFen: 250 },
        freeFromFen: 100_000,
      },
    ],
    allowsPickup: true,
    note: '市内配送',
    changedBy: '林总监',
    changedAt: now,
  },
];
