import { big, integer, table, text } from '../platform';
import type { CodePace, PhoneCode } from './phone-code';

export const phoneCodeTable = table<PhoneCode>(
  'phoneCode',
  { purpose: text(16), whoHash: text(64), codeHash: text(64), triesLeft: integer(), expiresAt: big() },
  { primary: ['purpose', 'whoHash'], index: [['expiresAt']] },
);

export const codePaceTable = table<CodePace>(
  'codePace',
  { name: text(80), count: integer(), endsAt: big() },
  { primary: ['name'], index: [['endsAt']] },
);
