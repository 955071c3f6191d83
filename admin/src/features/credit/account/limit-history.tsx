import { EmptyHint } from '../../../ui/empty-hint';
import { InnerList } from '../../../ui/inner-list';
import type { NameOf } from '../people';
import { limitChangePages, type CreditAccount } from '../queries';
import { limitChangeColumns } from './limit-change-columns';

/** Who changed the limit of an account when. */
export const LimitHistory = ({ account, nameOf }: { account: CreditAccount; nameOf: NameOf }) => (
  <InnerList
    name="credit-limit-history"
    queryKey={['credit', 'limit-history', account.buyerId]}
    fetchPage={limitChangePages(account)}
    rowKey={({ version }) => String(version)}
    columns={limitChangeColumns(nameOf)}
    minWidth={820}
    empty={
      <EmptyHint title="额度还没有调整过" hint="每次调整额度或账期，前后值、原因和经办人都会记在这里。" />
    }
  />
);
