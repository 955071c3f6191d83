import { countText, unitPriceText, yuanText } from '../../ui/format';

/** What the audit's numbers are called on a screen; a number without a name here is not shown. */
const names: Record<string, string> = {
  quantity: '订购数量',
  wanted: '订购数量',
  requested: '订购数量',
  onHand: '在库',
  reserved: '占用',
  sellable: '可售',
  available: '可售',
  short: '缺少',
  promised: '可承诺',
  minimumQuantity: '起订量',
  multipleQuantity: '订货倍数',
  maximumQuantity: '限购量',
  suggestedQuantity: '建议数量',
  minimumFen: '起订金额',
  payableFen: '订单金额',
  amountFen: '金额',
  limitFen: '信用额度',
  exposureFen: '已用额度',
  availableFen: '可用额度',
  creditAvailableFen: '可用额度',
  shortFen: '差额',
  missingFen: '超出额度',
  suggested: '建议数量',
  maximum: '限购量',
  minimum: '起订量',
  multiple: '订货倍数',
  overFen: '超出额度',
  overdueFen: '逾期金额',
  overdueDays: '逾期天数',
  unitPriceE4: '成交单价',
  floorE4: '最低单价',
  floorPriceE4: '最低单价',
  regionCode: '收货区域',
  regionName: '收货区域',
  score: '风险分',
  remainingDays: '剩余天数',
  minimumRemainingDays: '要求剩余天数',
};

const textOf = (key: string, value: number | string) => {
  if (typeof value === 'string') return value;
  if (key.endsWith('Fen')) return yuanText(value);
  if (key.endsWith('E4')) return unitPriceText(value);
  if (key.endsWith('Bp')) return `${value / 100}%`;
  if (key.endsWith('Days')) return `${countText(value)} 天`;
  return countText(value);
};

/** A finding's numbers with their names and units. */
export const namedNumbers = (numbers: Readonly<Record<string, number | string>>) =>
  Object.entries(numbers).flatMap(([key, value]) => {
    const name = names[key];
    return name ? [{ name, text: textOf(key, value) }] : [];
  });
