import { big, id, integer, json, table, text } from '../../platform';
import type { FlashActivity, FlashBuyer, FlashSale } from './model';

export const flashActivityTable = table<FlashActivity>(
  'flashActivity',
  {
    id: id(),
    sellerId: id(),
    skuId: id(),
    title: text(60),
    unitPriceE4: big(),
    quota: big(),
    perBuyer: big(),
    startsAt: big(),
    endsAt: big(),
    tokenMs: integer(),
    audience: json(),
    state: text(16),
    version: integer(),
    sold: big(),
    released: big(),
    attempts: big(),
    fencing: big(),
    madeBy: text(60),
    madeAt: big(),
  },
  {
    primary: ['id'],
    index: [
      ['sellerId', 'startsAt', 'id'],
      ['state', 'startsAt'],
    ],
  },
);

export const flashSaleTable = table<FlashSale>(
  'flashSale',
  {
    activityId: id(),
    token: id(),
    buyerId: id(),
    state: text(8),
    orderId: id(),
    lineNo: integer(),
    quantity: big(),
    returned: big(),
    grabbedAt: big(),
    attempts: big(),
    deviceId: text(64),
    ip: text(64),
    at: big(),
  },
  { primary: ['activityId', 'token'], index: [['orderId']] },
);

export const flashBuyerTable = table<FlashBuyer>(
  'flashBuyer',
  { id: text(81), activityId: id(), buyerId: id(), bought: big() },
  { primary: ['id'], index: [['activityId']] },
);

export const flashTables = [flashActivityTable, flashSaleTable, flashBuyerTable];
