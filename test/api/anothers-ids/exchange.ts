import { type AnothersRowsOf, asks, everyones, own, taken } from './row';

const run = { importId: asks('importRun', 'exchange.importUnknown') };

export const exchangeAnothers: AnothersRowsOf<'exchange'> = {
  kinds: own,
  begin: { importId: taken('importRun', 'command.idReused', { partCount: 1 }) },
  addPart: run,
  list: own,
  get: run,
  rows: run,
  confirm: run,
  cancel: run,
  exportPage: own,
  readOrderSheet: own,
  orderSheetTemplate: everyones,
};
