import { big, day, id, integer, json, table, text } from '../platform';
import type { BuyerFigures, DayDeliveries, HourFigures, KeptShare, SkuFigures, Turn } from './model';

const orderFigures = { orders: integer(), touchlessOrders: integer(), keptOrders: integer(), keptFen: big() };

export const turnTable = table<Turn>('insightTurn', { orderId: id() }, { primary: ['orderId'] });

export const shareTable = table<KeptShare>(
  'insightShare',
  { orderId: id(), share: json() },
  { primary: ['orderId'] },
);

export const hourTable = table<HourFigures>(
  'salesByHour',
  { sellerId: id(), day: day(), hour: integer(), ...orderFigures },
  { primary: ['sellerId', 'day', 'hour'], index: [['day']] },
);

export const buyerTable = table<BuyerFigures>(
  'salesByBuyer',
  { day: day(), sellerId: id(), buyerId: id(), province: text(2), ...orderFigures },
  { primary: ['day', 'sellerId', 'buyerId', 'province'], index: [['sellerId', 'day']] },
);

export const skuTable = table<SkuFigures>(
  'salesBySku',
  {
    day: day(),
    sellerId: id(),
    skuId: id(),
    orders: integer(),
    quantity: big(),
    shipped: big(),
    signed: big(),
    keptFen: big(),
  },
  { primary: ['day', 'sellerId', 'skuId'], index: [['sellerId', 'day']] },
);

export const deliveryTable = table<DayDeliveries>(
  'deliveryByDay',
  {
    sellerId: id(),
    day: day(),
    cycleHours: integer(),
    orders: integer(),
    promisedOrders: integer(),
    onTimeOrders: integer(),
    fullOrders: integer(),
    otifOrders: integer(),
    perfectOrders: integer(),
    orderLines: integer(),
    fullLines: integer(),
  },
  { primary: ['sellerId', 'day', 'cycleHours'], index: [['day']] },
);

export const insightTables = [turnTable, shareTable, hourTable, buyerTable, skuTable, deliveryTable];
