import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readFolder } from './read-folder';

const header = 'invoice,datetime,customer,sku,quantity,unit_price_gbp';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tongpan-replay-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function read(...rows: string[]) {
  writeFileSync(path.join(folder, 'order_lines.csv.gz'), gzipSync([header, ...rows].join('\n')));
  writeFileSync(path.join(folder, 'products.csv'), 'sku,description\n85123A,"LANTERN, WHITE"\n');
  return readFolder(folder);
}

describe('a folder of invoices', () => {
  it('gives an invoice of each number, with the units of each SKU added up', () => {
    const { invoices } = read(
      '536365,2010-12-01 08:26,17850,85123A,6,2.55',
      '536365,2010-12-01 08:26,17850,71053,6,3.39',
      '536365,2010-12-01 08:26,17850,85123A,2,2.55',
    );

    expect(invoices).toEqual([
      {
        invoice: '536365',
        isCancellation: false,
        at: Date.parse('2010-12-01T08:26:00+08:00'),
        customer: '17850',
        quantities: new Map([
          ['85123A', 8],
          ['71053', 6],
        ]),
      },
    ]);
  });

  it('counts what a cancellation takes back as units, and takes no price from it', () => {
    const { invoices, prices } = read(
      '536365,2010-12-01 08:26,17850,85123A,6,2.55',
      'C536366,2010-12-01 09:26,17850,85123A,-6,9.99',
    );

    expect(invoices[1]).toMatchObject({ isCancellation: true, quantities: new Map([['85123A', 6]]) });
    expect(prices).toEqual(new Map([['85123A', [2.55]]]));
  });

  it('leaves out charges and lines without a price, and counts them', () => {
    const answer = read(
      '536365,2010-12-01 08:26,17850,POST,1,18.00',
      '536365,2010-12-01 08:26,17850,M,1,5.00',
      '536365,2010-12-01 08:26,17850,85123A,6,0.0',
      '536367,2010-12-01 08:34,13047,84879,32,1.69',
    );

    expect(answer).toMatchObject({ chargeLines: 2, zeroPriceLines: 1 });
    expect(answer.invoices.map(({ invoice }) => invoice)).toEqual(['536367']);
  });

  it('is in time order, and in order of number within a minute', () => {
    const { invoices } = read(
      '536368,2010-12-01 08:34,13047,84879,1,1.69',
      '536367,2010-12-01 08:34,13047,84879,1,1.69',
      '536370,2010-11-30 23:59,13047,84879,1,1.69',
    );

    expect(invoices.map(({ invoice }) => invoice)).toEqual(['536370', '536367', '536368']);
  });

  it('knows what goods are called', () => {
    expect(read().descriptions).toEqual(new Map([['85123A', 'LANTERN, WHITE']]));
  });
});
