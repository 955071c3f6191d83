import type { Passage } from './check-territory';
import type { Grant } from './model';

let made = 0;

export function aGrant(given: Partial<Grant> = {}): Grant {
  made += 1;
  return {
    id: `grant-${made}`,
    sellerId: 'seller',
    name: '浙江 饮品',
    productLine: '饮品',
    includedSkuIds: [],
    excludedSkuIds: [],
    areas: ['330000'],
    channels: [],
    startsOn: '2025-01-01',
    endsOn: null,
    exclusive: true,
    kind: 'regular',
    ...given,
  };
}

export function aPassage(given: Partial<Passage> = {}): Passage {
  return {
    skuId: 'sku',
    productLine: '饮品',
    regionCode: '330106',
    channel: 'traditional',
    on: '2026-01-01',
    ...given,
  };
}
