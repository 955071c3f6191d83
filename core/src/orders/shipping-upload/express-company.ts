/** Names as people write them, and WeChat's codes. Source: get_delivery_list of 发货信息管理. */
const companies: readonly (readonly [code: string, names: readonly string[]])[] = [
  ['SF', ['顺丰']],
  ['JD', ['京东']],
  ['YTO', ['圆通']],
  ['ZTO', ['中通']],
  ['STO', ['申通']],
  ['YUNDA', ['韵达']],
  ['EMS', ['EMS', '邮政']],
  ['DBL', ['德邦']],
  ['JTSD', ['极兔']],
];

/** WeChat's code of an express company by the name somebody wrote; null for a van, and for one nobody knows. */
export function expressCompany(carrier: string): string | null {
  const written = carrier.trim().toUpperCase();
  if (written === '') return null;
  const found = companies.find(
    ([code, names]) => written === code || names.some((name) => written.includes(name)),
  );
  return found?.[0] ?? null;
}
