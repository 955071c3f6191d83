import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keyName } from '../columns';
import { addIndex } from './change-table';

const byPayer = ['payerId', 'promotionId', 'at'];

/** Lets a payer read what it bears of the promotions of others without reading everybody's. */
export class CostPayers1764300000220 implements MigrationInterface {
  async up(runner: QueryRunner) {
    await addIndex(runner, 'promotionCost', byPayer);
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('promotionCost', keyName('ix', 'promotionCost', byPayer));
  }
}
