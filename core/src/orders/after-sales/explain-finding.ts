import { formatYuan } from '../../platform/money';
import type { AfterSalesFinding, AfterSalesRule } from './finding';

type Numbers = AfterSalesFinding['numbers'];

const percent = (bp: number | string | undefined) => `${Number(bp ?? 0) / 100}%`;
const yuan = (fen: number | string | undefined) => formatYuan(Number(fen ?? 0));

const words: Readonly<Record<AfterSalesRule, (numbers: Numbers) => string>> = {
  'lot.notDelivered': ({ lotNo }) => `批号 ${lotNo} 不是本次发货送达的商品，不能受理`,
  'shipment.unsigned': () => '该发货单尚未签收，请在签收时登记差异',
  'kind.notOffered': () => '供货方不提供这种售后',
  'window.over': ({ windowDays, signedOn }) => `已超过售后期：${signedOn} 签收后 ${windowDays} 天内可申请`,
  'quantity.over': ({ quantity, left }) => `申请 ${quantity}，最多还可申请 ${left}`,
  'photos.missing': ({ wants }) => `请至少提供 ${wants} 张照片`,
  'quota.over': ({ askedFen, usedFen, limitFen }) =>
    `超出年度退换额度：已用 ${yuan(usedFen)}，本次 ${yuan(askedFen)}，额度 ${yuan(limitFen)}`,
  'swap.tooLate': ({ lifeLeftBp, fromBp }) =>
    `剩余效期 ${percent(lifeLeftBp)}，低于换货要求的 ${percent(fromBp)}`,
  'goods.ageing': () => '临期特价商品不退不换',
  'goods.gift': () => '赠品没有付款，只能随退货一起退回或换货',
  'goods.replacement': () => '换货补发的商品只能再次换货',
};

/** What a finding says, in the words of the trade. */
export const explainAfterSales = ({ rule, numbers }: AfterSalesFinding): string => words[rule](numbers);
