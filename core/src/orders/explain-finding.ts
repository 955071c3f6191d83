import { formatPrice, formatYuan } from '../platform/money';
import type { PassageReason } from '../territory';
import { explainPassage } from '../territory/rules';
import type { Finding, Rule } from './model';

export interface Explanation {
  /** What was found, with its numbers. */
  readonly message: string;
  /** What would make it go away. */
  readonly remedy: string;
}

type Numbers = Finding['numbers'];

const yuan = (value: number | string | undefined) => formatYuan(Number(value ?? 0));
const price = (value: number | string | undefined) => `¥${formatPrice(Number(value ?? 0))}`;

/** A moment as a person in Shanghai reads it: 11-22 10:00. */
const moment = (at: number | string | undefined) =>
  new Date(Number(at ?? 0) + shanghaiMs).toISOString().slice(5, 16).replace('T', ' ');
const shanghaiMs = 8 * 3_600_000;

/** 定金 is kept, 订金 goes back: two words a buyer must be able to tell apart. */
const depositWord = ({ isRefundable }: Numbers) => (isRefundable ? '订金' : '定金');
const keepWords = ({ isRefundable }: Numbers) =>
  isRefundable ? '不付尾款订金退还' : '付了定金不付尾款，定金不退';

/** Limits that contradict one another leave no quantity to suggest. */
const changeTo = (suggested: number | string | undefined, unit: number | string | undefined) =>
  suggested ? `请改为 ${suggested}${unit}` : '当前没有可订数量，请联系供货商';

const scopes: Readonly<Record<string, string>> = {
  customer: '（按客户约定）',
  priceList: '（按价格表约定）',
  levelRegionChannel: '（按级别、区域、渠道约定）',
  category: '（按品类约定）',
};
const scopeWords = (scope: number | string | undefined) => scopes[String(scope ?? '')] ?? '';

const kilograms = (grams: number | string | undefined) => `${(Number(grams ?? 0) / 1_000).toFixed(1)} 公斤`;

/** Territory's own words. Orders placed before reviews named a reason had a temporary permit. */
const passage = (numbers: Numbers) =>
  explainPassage({ numbers, reason: String(numbers.reason ?? 'permit') as PassageReason, grantId: null });

const payWords = ({ payFen, bills }: Numbers) =>
  payFen === undefined ? '' : `付款 ${yuan(payFen)}${bills ? `（${bills}）` : ''}可放行`;

const closeWords = ({ closesOn }: Numbers) => (closesOn === undefined ? '' : `，${closesOn} 起自动关闭`);

const ladderWords: Readonly<Record<string, string>> = {
  cashOnly: '，仅限现款',
  stopShipment: '，已停止发货',
  frozen: '，账户已冻结',
};

const words: Readonly<Record<Rule, (numbers: Numbers) => Explanation>> = {
  'sku.inactive': ({ name }) => ({ message: `${name} 已停售`, remedy: '请从订单中移除该商品' }),
  'supply.otherSeller': ({ name, productLine, supplier, reason }) => ({
    message:
      reason === 'suspended'
        ? `${name}：${supplier} 已暂停向您供应「${productLine}」`
        : `${name}：「${productLine}」${supplier ? `由 ${supplier} 供货` : '还没有供货商'}`,
    remedy: reason === 'otherSeller' ? `请向 ${supplier} 下单` : '请联系供货商或总部',
  }),
  'buyer.licenceExpired': ({ endsOn }) => ({
    message: `食品经营许可证已于 ${endsOn} 到期`,
    remedy: '请更新许可证后再下单',
  }),
  'buyer.licenceExpiring': ({ endsOn }) => ({
    message: `食品经营许可证将于 ${endsOn} 到期`,
    remedy: '请尽快更新许可证，以免影响下单',
  }),
  'buyer.licenceMissing': () => ({
    message: '尚未登记食品经营许可证',
    remedy: '请补登许可证号与有效期',
  }),
  'price.missing': ({ name }) => ({ message: `${name} 暂无报价`, remedy: '请联系供货商维护价格' }),
  'price.floor': ({ name, unitPriceE4, floorE4 }) => ({
    message:
      floorE4 === undefined
        ? `${name} 的价格需供货商确认`
        : `${name} 单价 ${price(unitPriceE4)} 低于底价 ${price(floorE4)}`,
    remedy: '需有权限的审核人确认',
  }),
  'quantity.minimum': ({ name, quantity, limit, suggested, unit, scope }) => ({
    message: `${name} 起订量 ${limit}${unit}${scopeWords(scope)}，本次 ${quantity}${unit}`,
    remedy: changeTo(suggested, unit),
  }),
  'quantity.multiple': ({ name, quantity, limit, suggested, unit, scope }) => ({
    message: `${name} 须按 ${limit}${unit} 的倍数订货${scopeWords(scope)}，本次 ${quantity}${unit}`,
    remedy: changeTo(suggested, unit),
  }),
  'quantity.maximum': ({ name, quantity, limit, suggested, unit, scope }) => ({
    message: `${name} 限购 ${limit}${unit}${scopeWords(scope)}，本次 ${quantity}${unit}`,
    remedy: changeTo(suggested, unit),
  }),
  'order.minimum': ({ payableFen, minimumFen, missingFen }) => ({
    message: `订单金额 ${yuan(payableFen)} 未达起送金额 ${yuan(minimumFen)}`,
    remedy: `再加 ${yuan(missingFen)} 的商品即可下单`,
  }),
  'order.minimumCases': ({ has, minimum, missing }) => ({
    message: `整单 ${has} 箱，未达起送箱数 ${minimum} 箱`,
    remedy: `再加 ${missing} 箱即可下单`,
  }),
  'order.minimumWeight': ({ has, minimum, missing }) => ({
    message: `整单重 ${kilograms(has)}，未达起送重量 ${kilograms(minimum)}`,
    remedy: `再加 ${kilograms(missing)} 即可下单`,
  }),
  'region.blocked': (numbers) => {
    const { message, remedy } = passage(numbers);
    return { message: `${numbers.name}：${message}`, remedy };
  },
  'region.review': (numbers) => {
    const { message, remedy } = passage(numbers);
    return { message: `${numbers.name}：${message}`, remedy };
  },
  'region.absorption': (numbers) => {
    const { message, remedy } = passage(numbers);
    return { message: `${numbers.name}：${message}`, remedy };
  },
  'stock.short': ({ name, quantity, short, unit }) => ({
    message: `${name} 订 ${quantity}${unit}，缺 ${short}${unit}`,
    remedy: '可减少数量，或待供货商确认按现有库存发货',
  }),
  'stock.borrow': ({ name, borrowed, unit }) => ({
    message: `${name} 拟向共享伙伴借货 ${borrowed}${unit}`,
    remedy: '供货商确认后发起借货，到货后补发',
  }),
  'stock.backOrdered': (numbers) => ({
    message: `${numbers.name} 缺 ${numbers.short}${numbers.unit}，先发现货，其余欠货${closeWords(numbers)}`,
    remedy: '到货后自动补发，也可关闭欠货',
  }),
  'stock.waiting': (numbers) => ({
    message: `${numbers.name} 缺 ${numbers.short}${numbers.unit}，齐单后一并发货${closeWords(numbers)}`,
    remedy: '如需先发现货，请联系供货商',
  }),
  'stock.cancelled': ({ name, quantity, short, unit }) => ({
    message: `${name} 订 ${quantity}${unit}，缺 ${short}${unit}，按约定取消缺货部分`,
    remedy: '如仍需要，请在到货后重新下单',
  }),
  'stock.substituted': ({ name, replaced, unit, substitute }) => ({
    message: `${name} 缺 ${replaced}${unit}，以 ${substitute} 替代，按较低价结算`,
    remedy: '不接受替代请联系供货商',
  }),
  'stock.ageing': ({ name, ageing, taken, unit, expiresOn, markdownBp }) =>
    taken === undefined
      ? {
          message: `${name} 另有 ${ageing}${unit} 效期不满足要求${expiresOn === undefined ? '' : `（最早 ${expiresOn} 到期）`}`,
          remedy:
            Number(markdownBp ?? 0) > 0
              ? `如接受较短效期，可接受临期价（减 ${Number(markdownBp) / 100}%），临期商品不退货`
              : '如接受较短效期，可在下单时接受临期商品',
        }
      : {
          message: `${name} 有 ${taken}${unit} 按临期价供货（最早 ${expiresOn} 到期，减 ${Number(markdownBp) / 100}%）`,
          remedy: '临期商品不退货；不需要请取消“接受临期”',
        },
  'stock.kept': ({ name, kept, unit }) => ({
    message: `${name} 另有 ${kept}${unit} 为安全保留`,
    remedy: '确需动用请先调整安全保留',
  }),
  'stock.quota': ({ name, overQuota, unit }) => ({
    message: `${name} 有 ${overQuota}${unit} 超出渠道配额`,
    remedy: '请调整渠道配额，或待下一配额期',
  }),
  'stock.manyLots': ({ name, inMoreLots, unit }) => ({
    message: `${name} 另有 ${inMoreLots}${unit} 分散在更多批次，超过单行批次上限`,
    remedy: '如接受更多批次，请联系供货商',
  }),
  'credit.none': () => ({ message: '尚未开通信用账户', remedy: '请联系供货商开通账期后再下单' }),
  'credit.over': (numbers) => ({
    message: `应付 ${yuan(numbers.payableFen)}，可用额度 ${yuan(numbers.availableFen)}${
      Number(numbers.temporaryFen ?? 0) > 0 ? `（含临时额度 ${yuan(numbers.temporaryFen)}）` : ''
    }`,
    remedy: payWords(numbers) || `付款 ${yuan(numbers.missingFen)} 或申请临时额度后可通过`,
  }),
  'credit.overdue': (numbers) => ({
    message: `有 ${yuan(numbers.overdueFen)} 货款逾期 ${numbers.overdueDays} 天${ladderWords[String(numbers.step ?? '')] ?? ''}`,
    remedy: payWords(numbers) || '请先结清逾期货款',
  }),
  'credit.frozen': (numbers) => ({
    message: `有 ${yuan(numbers.overdueFen)} 货款逾期 ${numbers.overdueDays} 天，账户已冻结`,
    remedy: payWords(numbers) || '请结清逾期货款，或由信用岗签发放行单',
  }),
  'payment.due': ({ payFen }) => ({
    message: `现款结算，应付 ${yuan(payFen)}`,
    remedy: '在线付款后自动放行；线下付款由供货商确认',
  }),
  'payment.topUp': ({ missingFen }) => ({
    message: `预存余额不足，差 ${yuan(missingFen)}`,
    remedy: `请充值 ${yuan(missingFen)} 以上`,
  }),
  'payment.previousBatch': ({ payFen, billCount }) => ({
    message: `压批结算：上批货款未结 ${billCount} 笔，共 ${yuan(payFen)}`,
    remedy: `结清 ${yuan(payFen)} 后可下新单`,
  }),
  'preOrder.deposit': (numbers) => ({
    message: `预售：待付${depositWord(numbers)} ${yuan(numbers.dueFen)}`,
    remedy: `请在 ${moment(numbers.depositBy)} 前付清；尾款 ${moment(numbers.balanceFrom)} 开始，${keepWords(numbers)}`,
  }),
  'preOrder.waiting': (numbers) => ({
    message: `预售：${depositWord(numbers)} ${yuan(numbers.depositFen)} 已付，等待付尾款`,
    remedy: `尾款 ${moment(numbers.balanceFrom)} 开始，${moment(numbers.balanceUntil)} 截止；${keepWords(numbers)}`,
  }),
  'preOrder.balance': (numbers) => ({
    message: `预售：待付尾款 ${yuan(numbers.dueFen)}`,
    remedy: `请在 ${moment(numbers.balanceUntil)} 前付清；${keepWords(numbers)}`,
  }),
  'preOrder.mixed': () => ({
    message: '预售商品不能与其他商品一起下单',
    remedy: '请把预售商品单独下单',
  }),
  'preOrder.over': () => ({ message: '预售的尾款时间已过', remedy: '请等待下一次预售' }),
};

/** The Chinese words for a finding, with its numbers in them. */
export const explainFinding = ({ rule, numbers }: Pick<Finding, 'rule' | 'numbers'>): Explanation =>
  words[rule](numbers);

/** What tells of the seller's own stock and means nothing to a buyer. */
const sellersOwn: ReadonlySet<Rule> = new Set(['stock.kept', 'stock.quota', 'stock.manyLots']);

/** Findings as a buyer may read them: without the seller's floor prices, buffers and quotas. */
export const findingsForBuyer = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter(({ rule }) => !sellersOwn.has(rule))
    .map((finding) =>
      finding.rule === 'price.floor'
        ? { ...finding, numbers: { name: finding.numbers.name ?? '' } }
        : finding,
    );
