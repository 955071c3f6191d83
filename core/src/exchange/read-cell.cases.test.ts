import type { CellReading } from './column';
import {
  aBarcode,
  aCode,
  aDay,
  aDecimal,
  aPercent,
  aPhone,
  aRegionCode,
  aText,
  aUnitPrice,
  aWhole,
  aYuan,
  oneOf,
} from './read-cell';

type Read = (text: string) => CellReading<unknown>;

const kinds: Readonly<Record<string, Read>> = {
  code: aCode,
  'name of 4': aText(4),
  quantity: aWhole(0, 1_000_000),
  yuan: aYuan(100_000),
  'unit price': aUnitPrice,
  'weight in kg': aDecimal(3, 0, 1_000),
  percent: aPercent,
  day: aDay,
  barcode: aBarcode,
  region: aRegionCode,
  phone: aPhone,
  'yes or no': oneOf({ 是: 'yes', 否: 'no' }),
};

describe('worked cases: a cell is read as', () => {
  it.each<[kind: string, text: string, expected: unknown]>([
    ['code', 'QG-1001_a', 'QG-1001_a'],
    ['name of 4', '清谷冰茶', '清谷冰茶'],
    ['quantity', '1,200', 1200],
    ['quantity', '12.00', 12],
    ['quantity', '２４', 24],
    ['quantity', '0', 0],
    ['yuan', '¥1,234.50', 123_450],
    ['yuan', '￥0.05', 5],
    ['yuan', '3', 300],
    ['unit price', '3.5', 35_000],
    ['unit price', '0.0833', 833],
    ['weight in kg', '0.55', 550],
    ['percent', '13%', 1_300],
    ['percent', '13', 1_300],
    ['percent', '0.13', 1_300],
    ['percent', '0', 0],
    ['percent', '100', 10_000],
    ['day', '2026-11-22', '2026-11-22'],
    ['day', '2026/1/5', '2026-01-05'],
    ['day', '20260105', '2026-01-05'],
    ['day', '2026年1月5日', '2026-01-05'],
    ['day', '2024-02-29', '2024-02-29'],
    ['barcode', '6901234567892', '6901234567892'],
    ['barcode', '96385074', '96385074'],
    ['region', '330106', '330106'],
    ['phone', '0571-8888 6666', '0571-8888 6666'],
    ['yes or no', '是', 'yes'],
    ['yes or no', 'no', 'no'],
  ])('%s %s: %j', (kind, text, value) => {
    expect(kinds[kind]?.(text)).toEqual({ value });
  });

  it.each<[kind: string, text: string, sentence: string]>([
    ['code', '清谷', '只能用字母'],
    ['name of 4', '清谷冰红茶', '最多 4 个字'],
    ['quantity', '1.5', '应为整数'],
    ['quantity', '-1', '应在 0 到'],
    ['quantity', '两箱', '应为整数'],
    ['quantity', '1e5', '应为整数'],
    ['quantity', '1,20', '应为整数'],
    ['yuan', '1.005', '最多 2 位小数'],
    ['yuan', '100001', '应在 0 到 100000 之间'],
    ['unit price', '1.00001', '最多 4 位小数'],
    ['percent', '130%', '应在 0 到 100 之间'],
    ['day', '2026-02-29', '没有这一天'],
    ['day', '22/11/2026', '应为日期'],
    ['day', '0001-01-01', '日期过早'],
    ['barcode', '6901234567890', '校验位'],
    ['barcode', '690123', '应为 8、12'],
    ['region', '杭州', '6 位'],
    ['phone', '打给老王', '电话'],
    ['yes or no', '也许', '只能是：是、否'],
  ])('%s %s: refused with a sentence', (kind, text, sentence) => {
    expect(kinds[kind]?.(text)).toEqual({ fault: expect.stringContaining(sentence) as string });
  });
});
