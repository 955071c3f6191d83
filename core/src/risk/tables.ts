import { big, id, integer, json, table, text } from '../platform';
import type { Assessment } from './model';

export const assessmentTable = table<Assessment>(
  'riskAssessment',
  {
    orderId: id(),
    sellerId: id(),
    buyerId: id(),
    addressId: id(),
    payableFen: big(),
    quantities: json(),
    placedAt: big(),
    score: integer(),
    indicators: json(),
    mode: text(16),
  },
  { primary: ['orderId'], index: [['buyerId', 'placedAt']] },
);

export const riskTables = [assessmentTable];
