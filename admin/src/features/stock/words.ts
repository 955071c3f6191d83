import type { StateWords } from '../../ui/state-tag';
import type { Lot, Movement } from './queries';

export type Quality = Lot['quality'];
export type Level = Lot['level'];

/** Every quality of goods, good ones first. */
export const qualities: Readonly<Record<Quality, StateWords>> = {
  available: { text: '可用', color: 'green' },
  inspection: { text: '待检', color: 'blue' },
  damaged: { text: '破损', color: 'volcano' },
  blocked: { text: '停售', color: 'red' },
  expired: { text: '过期', color: 'default' },
};

/** Expiry levels from good to bad; the server says which one a lot is at. */
export const levels: Readonly<Record<Level, StateWords>> = {
  normal: { text: '正常', color: 'green' },
  blue: { text: '关注', color: 'blue' },
  yellow: { text: '预警', color: 'gold' },
  red: { text: '临期', color: 'orange' },
  stopSale: { text: '禁售', color: 'red' },
  expired: { text: '已过期', color: 'default' },
};

export const movementKinds: Readonly<Record<Movement['kind'], string>> = {
  receive: '入库',
  ship: '发货',
  return: '退货入库',
  transferOut: '调拨出库',
  transferIn: '调拨入库',
  quality: '质量变更',
  count: '盘点差异',
  adjust: '库存调整',
  destroy: '销毁',
  expire: '过期锁定',
  lend: '借出',
  borrow: '借入',
};

const documentKinds: Readonly<Record<string, string>> = {
  receipt: '入库单',
  shipment: '发货单',
  signing: '签收单',
  afterSales: '售后单',
  inbound: '到货单',
  transfer: '调拨单',
  count: '盘点单',
  operation: '作业单',
  expiry: '效期扫描',
  loan: '借货单',
};

/** What kind of paper an entry of the ledger stands on. */
export const documentText = (kind: string) => documentKinds[kind] ?? kind;

/** Options of a select out of words. */
export const optionsOf = <Key extends string>(words: Readonly<Record<Key, StateWords | string>>) =>
  (Object.keys(words) as Key[]).map((value) => {
    const word: StateWords | string = words[value];
    return { value, label: typeof word === 'string' ? word : word.text };
  });

/** The key that a text of an address names, if it names one. */
export const keyNamed = <Key extends string>(words: Readonly<Record<Key, unknown>>, text: string | null) =>
  (Object.keys(words) as Key[]).find((key) => key === text);
