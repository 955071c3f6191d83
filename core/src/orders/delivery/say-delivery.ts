import { type Fen, formatYuan } from '../../platform/money';
import type { DeliveryReason } from './model';

const reasons: Readonly<Record<DeliveryReason, string>> = {
  pickup: '自提，免运费',
  noRule: '此处不收运费',
  free: '已满额，免运费',
  amount: '按订单金额计',
  weight: '按重量计（首重+续重）',
  cases: '按箱数计（首件+续件）',
};

/** Why delivery costs what it does, in the shop's words. */
export const sayDelivery = (reason: DeliveryReason, offFen: Fen): string =>
  offFen > 0 ? `${reasons[reason]}，促销已减${formatYuan(offFen)}` : reasons[reason];

/** What is missing until delivery is free; empty where nothing is. */
export const sayFreeFrom = (missingFen: Fen | null): string =>
  missingFen === null ? '' : `再买 ${formatYuan(missingFen)} 免运费`;
