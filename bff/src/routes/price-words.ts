import {
  formatPrice,
  formatYuan,
  type Inversion,
  type ListAnswer,
  mixedUnitsOf,
  type NotFor,
  type PriceFinding,
  type PriceStep,
  type Sku,
  type Stage,
} from '@tongpan/core';

type Named = Pick<Sku, 'baseUnit' | 'units'>;

/** One step of a price as a person would say it. */
export function stepText(step: PriceStep, sku: Named): string {
  const { baseUnit } = sku;
  switch (step.step) {
    case 'list':
      return `${step.name}：${formatPrice(step.unitPriceE4)} 元/${baseUnit}`;
    case 'unitPrice':
      return `${step.unit}价 ${formatPrice(step.priceE4)} 元/${step.unit}（${step.factor}${baseUnit}）× ${step.quantity / step.factor}${step.unit}`;
    case 'break': {
      const from = mixedUnitsOf(step.fromQuantity, sku);
      const off = step.offBp === null ? '' : `，优惠 ${step.offBp / 100}%`;
      return `满${from}${off}：${formatPrice(step.unitPriceE4)} 元/${baseUnit} × ${step.quantity}${baseUnit}`;
    }
    case 'amount':
      return `${mixedUnitsOf(step.quantity, sku)}，合计 ${formatYuan(step.amountFen)}${step.isRounded ? '（四舍五入到分）' : ''}`;
  }
}

const notForWords: Readonly<Record<NotFor, string>> = {
  notStarted: '尚未生效',
  ended: '已过有效期',
  buyer: '属于其他客户',
  group: '客户不在该组',
  level: '级别不符',
  region: '区域不符',
  channel: '渠道不符',
};

/** Why a list did or did not price a line. */
export function listText({ answer, notFor }: ListAnswer): string {
  switch (answer) {
    case 'chosen':
      return '采用此价';
    case 'outranked':
      return '也适用，但排在前面的价目表优先';
    case 'skuMissing':
      return '没有该商品的价格';
    case 'notFor':
      return notFor.map((reason) => notForWords[reason]).join('、');
  }
}

/** What somebody should know of a price before it is saved; what blocks cannot be saved. */
export const findingWords: Readonly<
  Record<PriceFinding, { readonly severity: 'block' | 'warning' | 'notice'; readonly text: string }>
> = {
  skuUnknown: { severity: 'block', text: '找不到该商品' },
  notPositive: { severity: 'block', text: '价格必须大于 0' },
  belowFloor: { severity: 'warning', text: '低于底价' },
  steep: { severity: 'warning', text: '变动达到 20%' },
  unitPricesStand: { severity: 'warning', text: '整件价或阶梯价没有随之改变' },
  repacked: { severity: 'warning', text: '包装已变，旧包装的整件价将移除' },
  added: { severity: 'notice', text: '新增' },
  same: { severity: 'notice', text: '没有变化' },
};

const stageWords: Readonly<Record<Stage, string>> = {
  factory: '出厂价',
  firstWholesale: '一批价',
  secondWholesale: '二批价',
  store: '终端价',
  retail: '建议零售价',
};

/** 倒挂 in words. */
export const inversionText = ({ upper, upperE4, lower, lowerE4, lossE4 }: Inversion): string =>
  `${stageWords[lower]} ${formatPrice(lowerE4)} 元低于${stageWords[upper]} ${formatPrice(upperE4)} 元，倒挂 ${formatPrice(lossE4)} 元`;
