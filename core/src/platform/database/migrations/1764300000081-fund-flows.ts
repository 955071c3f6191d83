import type { MigrationInterface, QueryRunner } from 'typeorm';
import { big, orNull } from '../columns';
import { addColumns } from './change-table';

const unknown = { column: orNull(big()), valueSql: 'NULL' };
const nothing = { column: big(), valueSql: '0' };
const added = {
  inFen: unknown,
  outFen: unknown,
  feeFen: unknown,
  closingFen: unknown,
  ledgerPaidFen: nothing,
  ledgerRefundedFen: nothing,
};

/** What moved on a merchant's account on a compared day, and what our ledger booked on it. */
export class FundFlows1764300000081 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addColumns(runner, 'billDay', added);
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns('billDay', Object.keys(added));
  }
}
