import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, id, integer, orNull, text } from '../columns';
import { addColumns } from './change-table';
import { createTable } from './create-table';

/**
 * Phones that their holders have proved, codes by phone and purpose, and what a re-binding is about.
 *
 * No phone is carried over. The contact phones there are were typed, by applicants or into import files, and nobody
 * was ever called back; a wrong digit would let a stranger in. Everybody has a password to prove their phone with, and
 * a supplier may vouch for one. Codes on their way are let go: they are good for five minutes.
 */
export class VerifiedPhones1764300000060 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await createTable(runner, 'verifiedPhone', {
      columns: { phone: text(24), userId: id(), provedBy: text(16), verifiedAt: big() },
      primary: ['phone'],
      unique: [['userId']],
    });
    await runner.dropTable('logInCode');
    await createTable(runner, 'phoneCode', {
      columns: {
        purpose: text(16),
        whoHash: text(64),
        codeHash: text(64),
        triesLeft: integer(),
        expiresAt: big(),
      },
      primary: ['purpose', 'whoHash'],
      index: [['expiresAt']],
    });
    await createTable(runner, 'codePace', {
      columns: { name: text(80), count: integer(), endsAt: big() },
      primary: ['name'],
      index: [['endsAt']],
    });
    await createTable(runner, 'wechatState', {
      columns: { stateHash: text(64), sessionId: id(), expiresAt: big() },
      primary: ['stateHash'],
      index: [['expiresAt']],
    });
    await addColumns(runner, 'wechatRebinding', {
      fromOpenid: { column: orNull(text(64)), valueSql: 'NULL' },
      fromBoundAt: { column: orNull(big()), valueSql: 'NULL' },
      reason: { column: text(200), valueSql: "''" },
    });
    await addColumns(runner, 'partnerApplication', {
      phoneProvenAt: { column: orNull(big()), valueSql: 'NULL' },
    });
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns('partnerApplication', ['phoneProvenAt']);
    await runner.dropColumns('wechatRebinding', ['fromOpenid', 'fromBoundAt', 'reason']);
    for (const table of ['wechatState', 'codePace', 'phoneCode', 'verifiedPhone'])
      await runner.dropTable(table);
    await createTable(runner, 'logInCode', {
      columns: { userId: id(), codeHash: text(64), triesLeft: integer(), expiresAt: big() },
      primary: ['userId'],
      index: [['expiresAt']],
    });
  }
}
