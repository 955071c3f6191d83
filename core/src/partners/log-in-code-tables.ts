import { big, id, integer, table, text } from '../platform';

/** A code on its way to a user's phone: one at a time, kept as a hash. */
export interface LogInCode {
  readonly userId: string;
  readonly codeHash: string;
  readonly triesLeft: number;
  readonly expiresAt: number;
}

export const logInCodeTable = table<LogInCode>(
  'logInCode',
  { userId: id(), codeHash: text(64), triesLeft: integer(), expiresAt: big() },
  { primary: ['userId'], index: [['expiresAt']] },
);
