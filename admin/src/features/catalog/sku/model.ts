import type { Answer } from '../../../api';

/** All HQ keeps of a SKU. */
export type SkuSheet = Answer<'catalog', 'sheet'>;
export type Pack = Answer<'catalog', 'packVersions'>['items'][number];

export const zoneWords = {
  ambient: '常温',
  chilled: '冷藏',
  frozen: '冷冻',
} as const satisfies Record<SkuSheet['temperatureZone'], string>;

export const statusWords = {
  active: { text: '在售', color: 'green' },
  inactive: { text: '已下架', color: 'default' },
} as const satisfies Record<SkuSheet['status'], { text: string; color: string }>;
