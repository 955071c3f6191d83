import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {};

export class Orders1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
  }

  async down(runner: QueryRunner) {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
