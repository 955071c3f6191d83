import { createHash } from 'node:crypto';
import type { WechatMerchant } from '../../platform';
import { type LineOptions, type MerchantLine, merchantLine } from './merchant-line';

/**
 * The line of each merchant, opened when it is first asked for. Merchants that are the same in every field share one,
 * however often they were read: what was learnt of WeChat's keys, and when they were last asked for, is not forgotten.
 */
export function linesOf(options: LineOptions): (merchant: WechatMerchant) => MerchantLine {
  const byContent = new Map<string, MerchantLine>();
  const byObject = new WeakMap<WechatMerchant, MerchantLine>();
  return (merchant) => {
    const known = byObject.get(merchant);
    if (known) return known;
    const content = createHash('sha256').update(JSON.stringify(merchant)).digest('hex');
    const line = byContent.get(content) ?? merchantLine(merchant, options);
    byContent.set(content, line);
    byObject.set(merchant, line);
    return line;
  };
}
