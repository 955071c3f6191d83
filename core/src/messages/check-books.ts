import type { BookCheck } from '../platform';

/** The books of messages: consents, and what went to WeChat for them. */
export const messageBooks: readonly BookCheck[] = [
  {
    name: 'nobody has agreed to less than nothing, nor to what was banned',
    table: 'messageConsent',
    mismatches: `
      SELECT userId, openid, templateId, consents, isBanned FROM messageConsent
      WHERE consents < 0 OR (isBanned = 1 AND consents > 0) LIMIT 5`,
  },
  {
    name: 'what goes to WeChat was told to the same person here',
    table: 'messageSend',
    mismatches: `
      SELECT send.id, send.userId, told.userId AS toldTo FROM messageSend send
      LEFT JOIN message told ON told.id = send.messageId
      WHERE told.id IS NULL OR told.userId <> send.userId LIMIT 5`,
  },
];
