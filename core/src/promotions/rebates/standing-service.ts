import { readStanding, standing, type Tx } from '../../platform';
import type { RebateTerms } from './model';
import { rebateStore } from './store';
import { usualRebateTerms } from './terms';

/** By seller. */
const termsOf = standing<RebateTerms>({
  name: 'rebateTerms',
  tables: ['rebateTerms'],
  limit: 20_000,
  load: (tx, sellerIds) => rebateStore(tx).terms(sellerIds),
});

/** How sellers let rebates be used, as it stands. */
export async function readRebateTerms(
  tx: Tx,
  sellerIds: readonly string[],
): Promise<(sellerId: string) => RebateTerms> {
  const found = await readStanding(tx, termsOf, sellerIds);
  return (sellerId) => found.get(sellerId) ?? usualRebateTerms(sellerId);
}
