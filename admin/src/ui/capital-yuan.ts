const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** Up to four digits, zeros between them said once, those at their end not at all. */
function fourDigits(number: number): string {
  let words = '';
  let hasGap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit === 0) {
      hasGap = words !== '';
      continue;
    }
    if (hasGap) words += '零';
    hasGap = false;
    words += `${digits[digit]}${places[place]}`;
  }
  return words;
}

function wholeYuan(yuan: number): string {
  let words = '';
  let endsInZero = false;
  for (let group = groups.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (part > 0) {
      if (words !== '' && (endsInZero || part < 1_000)) words += '零';
      words += `${fourDigits(part)}${groups[group]}`;
    }
    endsInZero = part % 10 === 0;
  }
  return words;
}

/**
 * 大写金额: fen in the capital numerals of cheques and vouchers, as the central bank's rules for payment documents
 * write them (支付结算办法, 附一).
 */
export function capitalYuan(fen: number): string {
  const amount = Math.abs(fen);
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const cent = amount % 10;
  const sign = fen < 0 ? '负' : '';
  if (amount === 0) return '零元整';
  const head = yuan === 0 ? '' : `${wholeYuan(yuan)}元`;
  if (jiao === 0 && cent === 0) return `${sign}${head}整`;
  if (cent === 0) return `${sign}${head}${digits[jiao]}角整`;
  if (jiao === 0) return `${sign}${head}${head === '' ? '' : '零'}${digits[cent]}分`;
  return `${sign}${head}${digits[jiao]}角${digits[cent]}分`;
}
