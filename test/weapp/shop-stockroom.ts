import type { Answer } from '@tongpan/bff';
import { at, water } from './shop-facts';
import type { FakeAnswers } from './fake-api';

const warehouse = { warehouseId: 'W-1', warehouseName: '主仓' };
const units = [
  { unit: '箱', factor: 12 },
  { unit: '瓶', factor: 1 },
];
const goods = { skuId: water.skuId, skuName: water.name, units };
const lot = { lotId: 'L-1', lotNo: 'W-SOON', producedOn: '2026-10-01', expiresOn: '2027-10-01' };

/** A count that somebody has begun. */
export const aSheet: Answer<'stock', 'count'> = {
  ...warehouse,
  sheetId: 'CS-1',
  state: 'open',
  note: '月末盘点',
  openedBy: '陈老板',
  openedAt: at,
  closedBy: null,
  closedAt: null,
  lines: [
    {
      ...goods,
      lineNo: 1,
      lotId: lot.lotId,
      lotNo: lot.lotNo,
      quality: 'available',
      booked: 600,
      counted: null,
      countedBy: null,
      difference: null,
      hasMoved: false,
    },
  ],
};

/** Goods on their way from one warehouse to another. */
export const aTransfer: Answer<'stock', 'transfer'> = {
  transferId: 'TR-1',
  fromWarehouseId: 'W-1',
  fromWarehouseName: '主仓',
  toWarehouseId: 'W-2',
  toWarehouseName: '城西仓',
  state: 'inTransit',
  reason: '补货',
  dispatchedBy: '陈老板',
  dispatchedAt: at,
  receivedBy: null,
  receivedAt: null,
  lines: [
    {
      ...goods,
      ...lot,
      lineNo: 1,
      quality: 'available',
      quantity: 24,
      arrived: null,
      damaged: 0,
      missing: 0,
    },
  ],
};

const anInbound: Answer<'stock', 'inbounds'>['items'][number] = {
  ...warehouse,
  ...goods,
  inboundId: 'IN-1',
  expectedOn: '2026-11-25',
  quantity: 60,
  received: 0,
  state: 'confirmed',
  note: '',
};

const { lines: _, ...listed } = aSheet;

/** What a stockroom with a single lot says. */
export const stockroomAnswers = {
  warehouses: () => ({
    items: [
      { warehouseId: 'W-1', name: '主仓' },
      { warehouseId: 'W-2', name: '城西仓' },
    ],
  }),
  lots: () => ({
    items: [
      {
        ...warehouse,
        ...goods,
        ...lot,
        remainingDays: 313,
        level: 'normal',
        recalled: false,
        quality: 'available',
        onHand: 600,
        reserved: 24,
        mixedUnits: '50箱',
        mayBecome: ['inspection', 'damaged', 'blocked'],
      },
    ],
    nextCursor: null,
  }),
  summary: () => ({ items: [], nextCursor: null }),
  inbounds: () => ({ items: [anInbound], nextCursor: null }),
  counts: () => ({ items: [listed], nextCursor: null }),
  count: () => aSheet,
  transfers: () => ({ items: [aTransfer], nextCursor: null }),
  transfer: () => aTransfer,
} satisfies FakeAnswers['stock'];
