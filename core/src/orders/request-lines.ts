import { keyBy } from '../platform/collect';
import { partOfFen, sum } from '../platform/money';
import type { AgreedPrice, RequestLine } from './facts';
import type { OrderLine } from './model';
import { isAgeingLine } from './take-ageing';

/** What a stored line, or one that takes its place, asks for. */
export type StoredLine = Pick<OrderLine, 'lineNo' | 'skuId' | 'quantity'> &
  Partial<Pick<OrderLine, 'unitPriceE4' | 'priceListId' | 'unit' | 'shortage' | 'acceptsAgeing'>>;

/**
 * The lines of a stored order as they are decided again. A line keeps its unit and the buyer's word on shortages;
 * what it was agreed to cost stands unless it is priced anew, and so do promotions and gifts unless they are quoted anew. Goods that stand in for a short line stay, and what
 * they replace is not asked for a second time; ageing goods are looked for anew by the line that accepts them.
 */
export function requestLines(
  stored: readonly OrderLine[],
  asked: readonly StoredLine[],
  { repriced, repromoted }: { readonly repriced: boolean; readonly repromoted: boolean },
): readonly RequestLine[] {
  const before = keyBy(stored, ({ lineNo }) => String(lineNo));
  const sameOf = ({ lineNo, skuId }: StoredLine) => {
    const line = before.get(String(lineNo));
    return line?.skuId === skuId ? line : undefined;
  };
  const standIns = asked.flatMap((line) => {
    const same = sameOf(line);
    const lineNo = same?.substituteFor ?? null;
    return lineNo === null || (same && isAgeingLine(same)) ? [] : [{ lineNo, quantity: line.quantity }];
  });
  return asked.flatMap((line): RequestLine[] => {
    const same = sameOf(line);
    if (same && (isAgeingLine(same) || (repromoted && same.giftOf !== null))) return [];
    const replaced = sum(standIns.flatMap((one) => (one.lineNo === line.lineNo ? [one.quantity] : [])));
    const isWhole = same?.quantity === line.quantity;
    const quantity = isWhole ? line.quantity - replaced : line.quantity;
    if (quantity <= 0) return [];
    return [
      {
        lineNo: line.lineNo,
        skuId: line.skuId,
        quantity,
        unit: line.unit ?? same?.unit,
        shortage: line.shortage ?? same?.shortage ?? undefined,
        substituteFor: same?.substituteFor ?? null,
        acceptsAgeing: line.acceptsAgeing ?? same?.acceptsAgeing ?? false,
        giftOf: same?.giftOf ?? null,
        agreed: repriced ? null : agreedOf(line, same, quantity, repromoted),
      },
    ];
  });
}

/** The agreed price; as long as it is the stored line's, its amount is a share of what was agreed to the fen. */
function agreedOf(
  line: StoredLine,
  same: OrderLine | undefined,
  quantity: number,
  repromoted: boolean,
): AgreedPrice | null {
  const { unitPriceE4, priceListId } = line;
  if (unitPriceE4 === undefined || priceListId === undefined) return null;
  const isStored = same?.unitPriceE4 === unitPriceE4 && quantity <= same.quantity;
  if (!isStored) return { unitPriceE4, priceListId };
  const listFen = partOfFen(same.amountFen + same.discountFen, same.quantity, 0, quantity);
  const paidFen = partOfFen(same.amountFen, same.quantity, 0, quantity);
  const discountFen = repromoted ? 0 : listFen - paidFen;
  return { unitPriceE4, priceListId, amountFen: listFen, discountFen };
}
