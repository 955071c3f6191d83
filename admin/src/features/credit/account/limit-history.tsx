import { EmptyHint } from '../../../ui/empty-hint';
import { InnerList } from '../../../ui/inner-list';
import { limitChangePages, type CreditAccount } from '../queries';
import { limitChangeColumns } from './limit-change-columns';

/** Who changed the limit of an account when. */
export const LimitHistory = ({ account, userId }: { account: CreditAccount; userId: string }) => (
  <InnerList
    name="credit-limit-history"
    queryKey={['credit', 'limit-history', account.buyerId]}
    fetchPage={limitChangePages(account)}
    rowKey={({ version }) => String(version)}
    columns={limitChangeColumns(userId)}
    minWidth={820}
    empty={
      <EmptyHint title="额度还没有调整过" hint="每次调整额度或账期，前后值、原因和经办人都会记在这里。" />
    }
  />
);
