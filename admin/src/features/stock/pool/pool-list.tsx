import type { ReactNode } from 'react';
import type { Pages } from '../../../ui/cursor-pager';
import type { CsvColumn } from '../../../ui/csv';
import { EmptyHint } from '../../../ui/empty-hint';
import { type FetchPage } from '../../../ui/every-page';
import { ExportButton } from '../../../ui/export-button';
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
  /** Beside the button that exports the list. */
  filters?: ReactNode;
  /** What the exported list is called, and how it is read. */
  exported: {
    readonly name: string;
    readonly columns: readonly CsvColumn<Item>[];
    readonly fetchPage: FetchPage<Item>;
  };
}

/** One of the lists of the pool. */
export const PoolList = <Item extends object>({ empty, filters, exported, ...list }: PoolListProps<Item>) => (
  <>
    <div className="tp-filters">
      {filters}
      <ExportButton {...exported} />
    </div>
    <PagedTable {...list} minWidth={1140} empty={<EmptyHint title={empty.title} hint={empty.hint} />} />
  </>
);
