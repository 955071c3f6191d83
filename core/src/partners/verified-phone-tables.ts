import { big, id, table, text } from '../platform';
import type { VerifiedPhone } from './verified-phone';

export const verifiedPhoneTable = table<VerifiedPhone>(
  'verifiedPhone',
  { phone: text(24), userId: id(), provedBy: text(16), verifiedAt: big() },
  { primary: ['phone'], unique: [['userId']] },
);
