import { type RowsOf, ownersOf, seller } from './row';

/** Inputs change nothing: they ask, or name what there is not. */
export const stockRows: RowsOf<'stock'> = {
  warehouses: { input: {}, answers: seller('ok', 'ok') },
  lots: { input: {}, answers: seller('ok', 'ok') },
  receive: {
    input: {
      receiptId: 'ACCESS-2',
      warehouseId: 'NO-SUCH-WAREHOUSE',
      skuId: 'WATER',
      lotNo: 'L1',
      producedOn: '2026-01-01',
      quantity: 1,
    },
    answers: ownersOf('stock.warehouseUnknown', 'stock.warehouseUnknown'),
  },
};
