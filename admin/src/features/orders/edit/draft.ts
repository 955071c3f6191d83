import type { Answer } from '../../../api';
import type { Finding, Order } from '../model';

export type EditPreview = Answer<'orders', 'previewEdit'>;

/** A line as somebody would like it; `before` is null for goods that are added. */
export interface DraftLine {
  readonly key: string;
  readonly skuId: string | undefined;
  readonly quantity: number | null;
  readonly before: Order['lines'][number] | null;
  readonly isRemoved: boolean;
}

/** An order as somebody would like it. */
export interface Draft {
  readonly lines: readonly DraftLine[];
  readonly deliverOn: string | undefined;
  readonly note: string;
  readonly priority: number;
}

/** What was asked for: gifts and what stands in for other goods come of it, and are decided anew. */
const askedFor = ({ lines }: Pick<Order, 'lines'>) =>
  lines.filter(({ giftOf, substituteFor }) => giftOf === null && substituteFor === null);

/** The draft that changes nothing. */
export const draftOf = (order: Pick<Order, 'lines' | 'deliverOn' | 'note' | 'priority'>): Draft => ({
  lines: askedFor(order).map((line) => ({
    key: String(line.lineNo),
    skuId: line.skuId,
    quantity: line.quantity,
    before: line,
    isRemoved: false,
  })),
  deliverOn: order.deliverOn ?? undefined,
  note: order.note,
  priority: order.priority,
});

const isChanged = ({ before, quantity, isRemoved }: DraftLine) => isRemoved || before?.quantity !== quantity;

/** Why a draft cannot be asked about yet; empty when it can. */
export function draftFault({ lines }: Draft): string {
  const kept = lines.filter(({ isRemoved }) => !isRemoved);
  if (kept.length === 0) return '至少保留一种商品；整单不要请用“取消订单”';
  if (kept.some(({ skuId }) => !skuId)) return '请选择要添加的商品';
  if (kept.some(({ quantity }) => !quantity)) return '请填写数量';
  const skuIds = kept.map(({ skuId }) => skuId);
  return new Set(skuIds).size < skuIds.length ? '同一商品出现了多行，请合并' : '';
}

/** What of an order a draft changes, as the server takes it; null when it changes nothing. */
export function changesOf(draft: Draft, order: Pick<Order, 'deliverOn' | 'note' | 'priority'>) {
  const note = draft.note.trim();
  const changes = {
    ...(draft.lines.some(isChanged)
      ? {
          lines: draft.lines
            .filter(({ isRemoved }) => !isRemoved)
            .map(({ skuId = '', quantity }) => ({ skuId, quantity: quantity ?? 0 })),
        }
      : {}),
    ...((draft.deliverOn ?? null) === order.deliverOn ? {} : { deliverOn: draft.deliverOn ?? null }),
    ...(note === order.note ? {} : { note }),
    ...(draft.priority === order.priority ? {} : { priority: draft.priority }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}

type PreviewLine = EditPreview['lines'][number];

/** A line before and after an edit; null where it is not there. */
export interface LineDiff {
  readonly lineNo: number;
  readonly skuName: string;
  readonly before: Order['lines'][number] | null;
  readonly after: PreviewLine | null;
  readonly isSame: boolean;
}

/** The lines of an order beside those an edit would leave, by their numbers. */
export function diffLines(before: Order['lines'], after: readonly PreviewLine[]): readonly LineDiff[] {
  const lineNos = [...new Set([...before, ...after].map(({ lineNo }) => lineNo))].sort(
    (one, other) => one - other,
  );
  return lineNos.map((lineNo) => {
    const was = before.find((line) => line.lineNo === lineNo) ?? null;
    const is = after.find((line) => line.lineNo === lineNo) ?? null;
    return {
      lineNo,
      skuName: (is ?? was)?.skuName ?? '',
      before: was,
      after: is,
      isSame:
        was?.quantity === is?.quantity &&
        was?.amountFen === is?.amountFen &&
        was?.unitPriceE4 === is?.unitPriceE4,
    };
  });
}

const sentence = ({ rule, lineNo, message }: Finding) => `${rule} ${lineNo} ${message}`;

/** Findings that an edit makes go, that it brings, and that stay as they are. */
export function diffFindings(before: readonly Finding[], after: readonly Finding[]) {
  const was = new Set(before.map(sentence));
  const is = new Set(after.map(sentence));
  return {
    gone: before.filter((finding) => !is.has(sentence(finding))),
    come: after.filter((finding) => !was.has(sentence(finding))),
    kept: after.filter((finding) => was.has(sentence(finding))),
  };
}
