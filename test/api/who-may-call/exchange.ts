import { buyer, ownersOf, type RowsOf, seller } from './row';

const noImport = { importId: 'NO-SUCH-IMPORT' };

/** Inputs change nothing: they ask, or name what there is not. */
export const exchangeRows: RowsOf<'exchange'> = {
  kinds: { input: {}, answers: seller('ok', 'ok') },
  begin: {
    input: { importId: 'ACCESS-IMPORT', kind: 'prices', fileName: '价格.csv', partCount: 0 },
    answers: seller('request.invalid', 'request.invalid'),
  },
  addPart: {
    input: { ...noImport, partNo: 1, content: 'YQ==' },
    answers: seller('exchange.importUnknown', 'exchange.importUnknown'),
  },
  list: { input: {}, answers: seller('ok', 'ok') },
  get: { input: noImport, answers: seller('exchange.importUnknown', 'exchange.importUnknown') },
  rows: { input: noImport, answers: seller('exchange.importUnknown', 'exchange.importUnknown') },
  confirm: { input: noImport, answers: seller('exchange.importUnknown', 'exchange.importUnknown') },
  cancel: { input: noImport, answers: seller('exchange.importUnknown', 'exchange.importUnknown') },
  readOrderSheet: {
    input: { content: Buffer.from('条码,数量\n69WATER,24').toString('base64') },
    answers: buyer('ok', 'ok'),
  },
  orderSheetTemplate: { input: {}, answers: buyer('ok', 'ok') },
  exportPage: { input: { kind: 'prices' }, answers: ownersOf('ok', 'ok') },
};
