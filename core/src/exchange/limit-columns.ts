import { optional, required } from './column';
import { aCode, aWhole, aYuan } from './read-cell';

/** 额度: what the party trusts one of its customers with. */
export const limitColumns = {
  buyerCode: required(['客户编码', '编码'], aCode, 'S1001'),
  limitFen: required(['信用额度（元）', '额度'], aYuan(100_000_000), '15000'),
  termDays: optional(['账期（天）', '账期'], aWhole(0, 365), '30'),
} as const;
