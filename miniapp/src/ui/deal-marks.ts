/** The one character that tells kinds of promotions apart at a glance. */
const marks: Readonly<Record<string, string>> = {
  specialPrice: '特',
  discount: '折',
  tierPrice: '阶',
  nthUnit: '折',
  bundle: '套',
  pickN: '套',
  buyGet: '赠',
  otherGift: '赠',
  thresholdGift: '赠',
  thresholdOff: '减',
  thresholdPercent: '折',
  addOn: '换',
  coupon: '券',
  freight: '邮',
  firstOrder: '首',
  preOrder: '预',
  cumulative: '返',
  displayDeal: '返',
  nearExpiry: '临',
  flashSale: '秒',
};

/** The character on the tag of a promotion; `惠` for a kind this screen has not heard of. */
export const markOf = (kind: string) => marks[kind] ?? '惠';
