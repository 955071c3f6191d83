import { big, flag, id, integer, json, table, text } from '../../platform';
import type { DeliveryTerms } from './model';

export const deliveryTermsTable = table<DeliveryTerms>(
  'deliveryTerms',
  {
    sellerId: id(),
    version: integer(),
    startsAt: big(),
    rules: json(),
    allowsPickup: flag(),
    note: text(200),
    changedBy: text(40),
    changedAt: big(),
  },
  { primary: ['sellerId', 'version'] },
);

export const deliveryTables = [deliveryTermsTable];
