import { checkBooks } from '@tongpan/core';
import { findProgram } from '../engines/child-server';
import { describeUnless } from '../engines/for-each-engine';
import { type Engines, startEngines } from './house/engines';
import { type MoneyHouse, openMoneyHouse } from './money/money-house';
import { playLives } from './money/play-lives';

const missing = [
  findProgram('mariadbd', 'mysqld') ? null : 'MariaDB is not installed (mariadbd)',
  findProgram('redis-server', 'valkey-server') ? null : 'Redis is not installed (redis-server)',
].filter(Boolean);

/** `FAULTS_SEED=7 FAULTS_LIVES=10000` plays other lives, and more of them. */
const seed = Number(process.env.FAULTS_SEED ?? 20_261_130);
const lives = Number(process.env.FAULTS_LIVES ?? 80);
const killEveryMs = 2_500;
const longestMs = 300_000 + lives * 500;

const expectRight = async (money: MoneyHouse, inLives: number) => {
  const report = await playLives(money, { seed, lives: inLives, killEveryMs });
  process.stderr.write(`money: ${JSON.stringify(report)}\n`);
  expect({ seed, wrongs: report.wrongs }).toEqual({ seed, wrongs: [] });
  expect(report.refundedFen).toBeGreaterThan(0);
  const books = await money.house.observe((database) => checkBooks(database));
  expect(books.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
};

describeUnless(missing.length > 0 ? missing.join('; ') : null, 'money under faults', () => {
  let engines: Engines;
  let money: MoneyHouse;

  beforeAll(async () => {
    const started = await startEngines();
    if ('missing' in started) throw new Error(started.missing);
    engines = started;
    money = await openMoneyHouse('two', engines, 'money');
  }, 180_000);
  afterAll(async () => {
    await money?.close();
    await engines?.stop();
  });

  it('is the same in our ledger, in WeChat’s and in its bills', () => expectRight(money, lives), longestMs);
});

describe('money under faults on the embedded engines', () => {
  let money: MoneyHouse;

  beforeAll(async () => {
    money = await openMoneyHouse('embedded', null, 'money');
  }, 180_000);
  afterAll(async () => {
    await money?.close();
  });

  it(
    'is the same in our ledger, in WeChat’s and in its bills',
    () => expectRight(money, lives / 2),
    longestMs,
  );
});
