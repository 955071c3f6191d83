import { type ReactNode, useState } from 'react';
import type { Pages } from '../../ui/cursor-pager';
import type { ListColumns } from '../../ui/list-column';
import type { ListState } from '../../ui/list-table';
import { PagedTable } from '../../ui/paged-table';
import { ViewMenu } from '../../ui/view-menu';
import type { Detail } from './details';
import { DetailsDrawer } from './details-drawer';
import { RowActions } from './row-actions';

interface WorkTableProps<Item> {
  /** The same in every release: what one hides of the list is kept under it. */
  name: string;
  list: ListState<Item, { readonly nextCursor: string | null }>;
  pages: Pages;
  idOf: (item: Item) => string;
  columns: ListColumns<Item>;
  detailsOf: (item: Item) => readonly Detail[];
  empty: ReactNode;
  /** Asks whether what was given up is to be tried again; open while there is a subject. */
  retryDialog: (subject: Item | null, onClose: () => void) => ReactNode;
}

/** Work that is not done, with all there is to say of each, and another try for what was given up. */
export function WorkTable<Item extends { readonly stage: string }>(props: WorkTableProps<Item>) {
  const { name, list, pages, idOf, columns, detailsOf, empty, retryDialog } = props;
  const [retried, setRetried] = useState<Item | null>(null);
  const [shown, setShown] = useState<Item | null>(null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 110,
    fixed: 'right' as const,
    render: (_: unknown, item: Item) => (
      <RowActions
        testId={idOf(item)}
        onDetails={() => setShown(item)}
        onRetry={item.stage === 'dead' ? () => setRetried(item) : null}
      />
    ),
  };
  return (
    <>
      <PagedTable
        name={name}
        list={list}
        pages={pages}
        rowKey={idOf}
        tools={<ViewMenu list="work" />}
        columns={[...columns, actions]}
        minWidth={1000}
        empty={empty}
      />
      <DetailsDrawer details={shown && detailsOf(shown)} onClose={() => setShown(null)} />
      {retryDialog(retried, () => setRetried(null))}
    </>
  );
}
