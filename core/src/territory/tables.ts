import { day, flag, id, json, orNull, table, text } from '../platform';
import type { Grant } from './model';

export const grantTable = table<Grant>(
  'territoryGrant',
  {
    id: id(),
    sellerId: id(),
    name: text(80),
    productLine: text(40),
    includedSkuIds: json(),
    excludedSkuIds: json(),
    areas: json(),
    channels: json(),
    startsOn: day(),
    endsOn: orNull(day()),
    exclusive: flag(),
    kind: text(16),
  },
  { primary: ['id'], index: [['sellerId']] },
);

export const territoryTables = [grantTable];
