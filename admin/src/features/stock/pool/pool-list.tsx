import type { Pages } from '../../../ui/cursor-pager';
import { EmptyHint } from '../../../ui/empty-hint';
import type { ListColumns } from '../../../ui/list-column';
import type { ListState } from '../../../ui/list-table';
import { PagedTable } from '../../../ui/paged-table';

interface PoolListProps<Item> {
  name: string;
  list: ListState<Item, { readonly nextCursor: string | null }>;
  pages: Pages;
  rowKey: (item: Item) => string;
  columns: ListColumns<Item>;
  empty: { readonly title: string; readonly hint: string };
}

/** One of the lists of the pool. */
export const PoolList = <Item extends object>({ empty, ...list }: PoolListProps<Item>) => (
  <PagedTable {...list} minWidth={1140} empty={<EmptyHint title={empty.title} hint={empty.hint} />} />
);
