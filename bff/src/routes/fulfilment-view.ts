import {
  type BackOrder,
  type Claim,
  formatPrice,
  formatYuan,
  type OrderEvent,
  type OrderLine,
  type OrderRevision,
  type RevisionChange,
  type Signature,
} from '@tongpan/core';
import { at, atOrNull } from './wire';

export const viewBackOrder = (line: BackOrder, nameOf: (partyId: string) => string) => ({
  orderId: line.orderId,
  number: line.number,
  lineNo: line.lineNo,
  skuId: line.skuId,
  skuName: line.skuName,
  baseUnit: line.baseUnit,
  sellerId: line.sellerId,
  sellerName: nameOf(line.sellerId),
  buyerId: line.buyerId,
  buyerName: nameOf(line.buyerId),
  quantity: line.quantity,
  backOrdered: line.backOrdered,
  priority: line.priority,
  since: at(line.backOrderedAt),
  closesOn: line.closesOn,
});

export const viewSignature = (signature: Signature | null) =>
  signature && {
    method: signature.method,
    references: [...signature.references],
    signedBy: signature.signedBy,
    place: signature.place,
    latitudeE6: signature.latitudeE6,
    longitudeE6: signature.longitudeE6,
  };

export const viewClaim = (claim: Claim, skuName: string) => ({
  claimId: claim.id,
  shipmentId: claim.shipmentId,
  shipmentLineNo: claim.shipmentLineNo,
  lineNo: claim.lineNo,
  skuId: claim.skuId,
  skuName,
  kind: claim.kind,
  quantity: claim.quantity,
  amountFen: claim.amountFen,
  state: claim.state,
  note: claim.note,
  openedAt: at(claim.openedAt),
  settledBy: claim.settledBy,
  settledAt: atOrNull(claim.settledAt),
});

/** A step from a version to the next, in words that name the goods. */
export function viewRevision(revision: OrderRevision, lines: readonly OrderLine[]) {
  const known = new Map<string, Named>([...lines, ...revision.linesBefore].map((line) => [line.skuId, line]));
  return {
    revision: revision.revision,
    changes: revision.changes.map((change) => ({ what: change.what, text: changeText(change, known) })),
    payableFenBefore: revision.payableFenBefore,
    payableFenAfter: revision.payableFenAfter,
    reason: revision.reason,
    actorName: revision.actorName,
    at: at(revision.at),
    linesBefore: revision.linesBefore.map(({ lineNo, skuId, skuName, quantity, unitPriceE4, amountFen }) => ({
      lineNo,
      skuId,
      skuName,
      quantity,
      unitPriceE4,
      amountFen,
    })),
  };
}

export type Named = Pick<OrderLine, 'skuName' | 'baseUnit'>;

/** A change of an order in words that name the goods. */
export function changeText(change: RevisionChange, known: ReadonlyMap<string, Named>): string {
  switch (change.what) {
    case 'quantity':
      return `${goods(change.skuId)} ${change.from} → ${change.to}${unit(change.skuId)}`;
    case 'added':
      return `新增 ${goods(change.skuId)} ${change.quantity}${unit(change.skuId)}`;
    case 'ageing':
      return `${goods(change.skuId)} ${change.accepts ? '接受' : '不接受'}临期`;
    case 'removed':
      return `移除 ${goods(change.skuId)} ${change.quantity}${unit(change.skuId)}`;
    case 'repriced':
      return `${goods(change.skuId)} 单价 ¥${formatPrice(change.fromE4)} → ¥${formatPrice(change.toE4)}`;
    case 'address':
      return '更换收货地址';
    case 'deliverOn':
      return `送货日期 ${change.from || '尽快'} → ${change.to || '尽快'}`;
    case 'note':
      return `备注改为“${change.to}”`;
    case 'priority':
      return `优先级 ${change.from} → ${change.to}`;
    case 'reopened':
      return '恢复订单并重新审核';
  }
  function goods(skuId: string) {
    return known.get(skuId)?.skuName ?? skuId;
  }
  function unit(skuId: string) {
    return known.get(skuId)?.baseUnit ?? '';
  }
}

type Told = (detail: OrderEvent['detail']) => { title: string; detail: string };
const said = (value: unknown) => (typeof value === 'string' ? value : '');

const verdictWords: Readonly<Record<string, string>> = {
  approved: '复核通过',
  held: '复核后转人工审核',
  rejected: '复核未通过',
};

/** What the trail says of an order after it was decided. */
export const fulfilmentWords = {
  edited: ({ revision, reason, verdict }) => ({
    title: '修改订单',
    detail: [`第 ${Number(revision)} 版`, verdictWords[said(verdict)] ?? '', said(reason)]
      .filter(Boolean)
      .join('；'),
  }),
  reopened: ({ reason, verdict }) => ({
    title: '恢复订单',
    detail: [verdictWords[said(verdict)] ?? '', said(reason)].filter(Boolean).join('；'),
  }),
  filled: ({ units, isDone }) => ({
    title: '欠货到货',
    detail: isDone === true ? `补齐 ${Number(units)} 件，已无欠货` : `补到 ${Number(units)} 件`,
  }),
  shortClosed: ({ reason, units }) => ({
    title: '关闭欠货',
    detail: [`${Number(units)} 件不再发货`, said(reason)].filter(Boolean).join('；'),
  }),
  settled: ({ outcome, note, amountFen }) => ({
    title: outcome === 'accepted' ? '认可签收差异' : '不认可签收差异',
    detail: [formatYuan(Number(amountFen ?? 0)), said(note)].filter(Boolean).join('；'),
  }),
} satisfies Readonly<Record<string, Told>>;
