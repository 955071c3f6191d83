import type { Connection } from 'mysql2/promise';
import { buyerIdOf, type CompanyShape, sellerIdOf, skuIdOf } from '../company-shape';

const tables = [
  `CREATE TABLE orders (
    id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
    buyerId VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sellerId VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii NOT NULL,
    payableFen BIGINT NOT NULL,
    placedAt BIGINT NOT NULL)`,
  `CREATE TABLE orderLine (
    orderId CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lineNo INT NOT NULL,
    skuId VARCHAR(16) CHARACTER SET ascii NOT NULL,
    quantity BIGINT NOT NULL,
    unitPriceE4 BIGINT NOT NULL,
    amountFen BIGINT NOT NULL,
    PRIMARY KEY (orderId, lineNo))`,
  `CREATE TABLE stock (
    id INT PRIMARY KEY,
    sellerId VARCHAR(16) CHARACTER SET ascii NOT NULL,
    skuId VARCHAR(16) CHARACTER SET ascii NOT NULL,
    onHand BIGINT NOT NULL,
    reserved BIGINT NOT NULL,
    CHECK (reserved <= onHand))`,
  `CREATE TABLE credit (
    id INT PRIMARY KEY,
    buyerId VARCHAR(16) CHARACTER SET ascii NOT NULL,
    limitFen BIGINT NOT NULL,
    heldFen BIGINT NOT NULL,
    CHECK (heldFen <= limitFen))`,
  `CREATE TABLE audit (
    id BIGINT AUTO_INCREMENT PRIMARY KEY,
    orderId CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
    actorId VARCHAR(16) CHARACTER SET ascii NOT NULL,
    at BIGINT NOT NULL)`,
  `CREATE TABLE outbox (
    id BIGINT AUTO_INCREMENT PRIMARY KEY,
    topic VARCHAR(32) CHARACTER SET ascii NOT NULL,
    payload TEXT NOT NULL,
    at BIGINT NOT NULL)`,
];

const plentyOfGoods = 1_000_000_000_000;
const plentyOfCreditFen = 1_000_000_000_000_000;
const rowsTogether = 2_000;

/** A database of its own with the leanest tables that hold an order, and the company's stock and credit. */
export async function makeRivalTables(
  connection: Connection,
  name: string,
  shape: CompanyShape,
): Promise<void> {
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await connection.query(`USE ${name}`);
  for (const table of tables) await connection.query(table);
  const stock = Array.from(
    { length: shape.sellers * shape.skus },
    (_, id) =>
      `(${id},'${sellerIdOf(Math.floor(id / shape.skus))}','${skuIdOf(id % shape.skus)}',${plentyOfGoods},0)`,
  );
  const credit = Array.from(
    { length: shape.buyers },
    (_, id) => `(${id},'${buyerIdOf(id)}',${plentyOfCreditFen},0)`,
  );
  for (const [table, rows] of [
    ['stock', stock],
    ['credit', credit],
  ] as const) {
    for (let from = 0; from < rows.length; from += rowsTogether)
      await connection.query(
        `INSERT INTO ${table} VALUES ${rows.slice(from, from + rowsTogether).join(',')}`,
      );
  }
}
