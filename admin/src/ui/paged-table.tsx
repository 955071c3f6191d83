import { CursorPager, type Pages } from './cursor-pager';
import { ListTable, type ListState, type ListTableProps } from './list-table';

interface PagedTableProps<Item> extends Omit<ListTableProps<Item>, 'list' | 'footer'> {
  list: ListState<Item, { readonly nextCursor: string | null }>;
  pages: Pages;
}

/** A list that comes page by page, with the way to the next one below it. */
export const PagedTable = <Item extends object>({ list, pages, ...table }: PagedTableProps<Item>) => (
  <ListTable
    {...table}
    list={list}
    footer={
      <CursorPager
        pages={pages}
        nextCursor={list.data?.nextCursor}
        itemCount={list.data?.items.length ?? 0}
        busy={list.isFetching}
      />
    }
  />
);
