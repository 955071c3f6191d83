import { Skeleton, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { chooseColumns, widthOf } from './choose-columns';
import { ColumnChoice, useHiddenColumns } from './column-choice';
import type { ListColumns } from './list-column';
import { ProblemView } from './problem-view';

/** As much of a query as a table shows. */
export interface ListState<Item, More = object> {
  readonly data: ({ readonly items: readonly Item[] } & More) | undefined;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

export interface ListTableProps<Item> extends Pick<
  TableProps<Item>,
  'onRow' | 'rowClassName' | 'rowSelection'
> {
  /** The same in every release: what one hides of the list is kept under it. Without it, nothing can be hidden. */
  name?: string;
  list: ListState<Item>;
  rowKey: (item: Item) => string;
  columns: ListColumns<Item>;
  empty: ReactNode;
  /** What stands at the head of the panel, such as the views of the list. */
  tools?: ReactNode;
  footer?: ReactNode;
  minWidth?: number;
}

/** A list in its four conditions: loading, failed, empty, and there; an error keeps the rows one had. */
export function ListTable<Item extends object>(props: ListTableProps<Item>) {
  const { name, list, rowKey, columns, empty, tools, footer, minWidth = 900, ...table } = props;
  const shown = chooseColumns(columns, useHiddenColumns(name).hiddenKeys);
  const problem = list.error ? (
    <div className="tp-table-problem">
      <ProblemView error={list.error} onRetry={() => void list.refetch()} />
    </div>
  ) : null;
  const head = (tools || name) && (
    <div className="tp-list-tools">
      <div>{tools}</div>
      {name && <ColumnChoice list={name} columns={columns} />}
    </div>
  );
  if (!list.data) {
    return (
      <div className="tp-panel">
        {head}
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
      {head}
      {problem}
      {list.data.items.length === 0 ? (
        empty
      ) : (
        <Table<Item>
          {...table}
          columns={[...shown]}
          size="small"
          rowKey={rowKey}
          dataSource={[...list.data.items]}
          pagination={false}
          loading={{ spinning: list.isPlaceholderData, delay: 150 }}
          scroll={{ x: widthOf(minWidth, columns, shown) }}
          sticky
        />
      )}
      {footer}
    </div>
  );
}
