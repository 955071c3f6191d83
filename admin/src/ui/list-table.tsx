import { Skeleton, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { ProblemView } from './problem-view';

/** As much of a query as a table shows. */
export interface ListState<Item, More = object> {
  readonly data: ({ readonly items: readonly Item[] } & More) | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

export interface ListTableProps<Item> extends Pick<TableProps<Item>, 'columns' | 'onRow' | 'rowClassName'> {
  list: ListState<Item>;
  rowKey: (item: Item) => string;
  empty: ReactNode;
  footer?: ReactNode;
  minWidth?: number;
}

/** A list in its four conditions: loading, failed, empty, and there; an error keeps the rows one had. */
export function ListTable<Item extends object>(props: ListTableProps<Item>) {
  const { list, rowKey, empty, footer, minWidth = 900, ...table } = props;
  const problem = list.error ? (
    <div className="tp-table-problem">
      <ProblemView error={list.error} onRetry={() => void list.refetch()} />
    </div>
  ) : null;
  if (!list.data) {
    return (
      <div className="tp-panel">
        {problem ?? (
          <div className="tp-panel-body" data-testid="loading">
            <Skeleton active title={false} paragraph={{ rows: 8, width: '100%' }} />
          </div>
        )}
      </div>
    );
  }
  return (
    <div className="tp-panel">
      {problem}
      {list.data.items.length === 0 ? (
        empty
      ) : (
        <Table<Item>
          {...table}
          size="small"
          rowKey={rowKey}
          dataSource={[...list.data.items]}
          pagination={false}
          loading={{ spinning: list.isPlaceholderData, delay: 150 }}
          scroll={{ x: minWidth }}
          sticky
        />
      )}
      {footer}
    </div>
  );
}
