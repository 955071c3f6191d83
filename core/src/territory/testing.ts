import type { Grant } from './model';
import { grantOf } from './new-grant';
import type { Passage, Territory } from './passage';

let made = 0;

export function aGrant(given: Partial<Grant> = {}): Grant {
  made += 1;
  return grantOf({
    id: `grant-${made}`,
    sellerId: 'seller',
    name: '浙江 饮品',
    productLine: '饮品',
    areas: ['330000'],
    channels: [],
    startsOn: '2025-01-01',
    endsOn: null,
    exclusive: true,
    kind: 'regular',
    ...given,
  });
}

/** Goods on their way to the West Lake district. */
export function aPassage(given: Partial<Passage> = {}): Passage {
  return {
    skuId: 'sku',
    productLine: '饮品',
    regionCode: '330106',
    channel: 'traditional',
    on: '2026-01-01',
    sellerId: 'seller',
    buyerId: 'buyer',
    category: '水',
    townCode: null,
    point: null,
    geocode: 'none',
    quantity: 12,
    ...given,
  };
}

/** The facts a passage is judged by: these grants, and nothing else unless given. */
export function aTerritory(grants: readonly Grant[], given: Partial<Territory> = {}): Territory {
  return { grants, knownPoints: [], capacities: [], policies: [], chainDeliveries: [], ...given };
}
