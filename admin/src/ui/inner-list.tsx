import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useInnerPages } from './cursor-pager';
import type { FetchPage } from './every-page';
import type { ListTableProps } from './list-table';
import { PagedTable } from './paged-table';

interface InnerListProps<Item> extends Omit<ListTableProps<Item>, 'list' | 'footer'> {
  queryKey: readonly unknown[];
  fetchPage: FetchPage<Item>;
}

const PAGE_SIZE = 20;

/** A list inside a page, such as one of several under tabs: it asks for its pages itself and forgets where it was. */
export function InnerList<Item extends object>({ queryKey, fetchPage, ...table }: InnerListProps<Item>) {
  const pages = useInnerPages();
  const list = useQuery({
    queryKey: [...queryKey, pages.cursor],
    queryFn: () => fetchPage({ cursor: pages.cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });
  return <PagedTable {...table} list={list} pages={pages} />;
}
