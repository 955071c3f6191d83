import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableShape } from './create-table';

const tables: Readonly<Record<string, TableShape>> = {};

export class Catalog1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner) {
    for (const [name, shape] of Object.entries(tables)) await createTable(runner, name, shape);
  }

  async down(runner: QueryRunner) {
    for (const name of Object.keys(tables).reverse()) await runner.dropTable(name);
  }
}
