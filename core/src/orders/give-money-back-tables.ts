import { big, id, orNull, table, text } from '../platform';
import type { MoneyBack } from './give-money-back';

export const moneyBackTable = table<MoneyBack>(
  'moneyBack',
  {
    id: id(),
    orderId: id(),
    documentKind: text(16),
    documentId: id(),
    instrument: text(16),
    billId: orNull(id()),
    receiptId: id(),
    amountFen: big(),
    actorId: id(),
    at: big(),
  },
  { primary: ['id'], unique: [['receiptId']], index: [['documentId'], ['orderId']] },
);
