import { type EditPreview, findingsForBuyer } from '@tongpan/core';
import { problemKindOf } from '../http/problem-table';
import { changeText, type Named } from './fulfilment-view';
import { viewFinding } from './order-view';
import { viewQuoteLine } from './quote-view';

/** What an edit would come to; a buyer is told less of the seller's reasons. */
export function viewEditPreview({ decision, changes, before, refusal }: EditPreview, isBuyer: boolean) {
  const known = new Map<string, Named>([
    ...before.map((line): [string, Named] => [line.skuId, line]),
    ...decision.lines.map(({ sku }): [string, Named] => [
      sku.id,
      { skuName: sku.name, baseUnit: sku.baseUnit },
    ]),
  ]);
  return {
    lines: decision.lines.map(viewQuoteLine),
    goodsFen: decision.goodsFen,
    discountFen: decision.promotions?.discountFen ?? 0,
    freightFen: decision.freightFen,
    payableFen: decision.payableFen,
    verdict: decision.verdict,
    findings: (isBuyer ? findingsForBuyer(decision.findings) : decision.findings).map(viewFinding),
    changes: changes.map((change) => ({ what: change.what, text: changeText(change, known) })),
    refusal: refusal && { code: refusal.code, title: problemKindOf(refusal.code)?.title ?? '' },
  };
}
