import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Pages } from '../../ui/cursor-pager';
import type { CsvColumn } from '../../ui/csv';
import { EmptyHint } from '../../ui/empty-hint';
import type { FetchPage } from '../../ui/every-page';
import { ExportButton } from '../../ui/export-button';
import type { ListColumns } from '../../ui/list-column';
import type { ListState } from '../../ui/list-table';
import { PagedTable } from '../../ui/paged-table';
import { useKeys } from '../../ui/use-keys';
import { HistoryButton } from './history-drawer';

interface RuleTabProps<Item> {
  name: string;
  /** What these rules do, in words. */
  means: ReactNode;
  list: ListState<Item, { readonly nextCursor: string | null }>;
  pages: Pages;
  rowKey: (item: Item) => string;
  columns: ListColumns<Item>;
  minWidth: number;
  empty: { readonly title: string; readonly hint: string };
  exported: {
    readonly name: string;
    readonly columns: readonly CsvColumn<Item>[];
    readonly fetchPage: FetchPage<Item>;
  };
  /** The routes that change these rules, for their history. */
  routes: readonly [string, ...string[]];
  /** Begins a new rule, for those who may. */
  onNew: (() => void) | null;
  newText: string;
  /** Whether a dialog is open, which has the keys. */
  isBusy: boolean;
  /** More that may be done beside. */
  tools?: ReactNode;
}

/** One kind of rules: what they do, each of them, and what may be done. */
export function RuleTab<Item extends object>(props: RuleTabProps<Item>) {
  const { means, empty, exported, routes, onNew, newText, isBusy, tools, name, ...list } = props;
  useKeys({ n: () => onNew?.() }, onNew !== null && !isBusy);
  return (
    <>
      <p className="tp-muted">{means}</p>
      <div className="tp-filters">
        {onNew && (
          <Button type="primary" icon={<PlusOutlined />} onClick={onNew} data-testid={`${name}-new`}>
            {newText}
          </Button>
        )}
        {tools}
        <ExportButton {...exported} />
        <HistoryButton routes={routes} />
      </div>
      <PagedTable {...list} name={name} empty={<EmptyHint title={empty.title} hint={empty.hint} />} />
    </>
  );
}

/** A link of a row's actions. */
export const rowLink = (text: string, testId: string, onClick: () => void, danger = false) => (
  <Button type="link" size="small" danger={danger} onClick={onClick} data-testid={testId}>
    {text}
  </Button>
);

/** What may be done with a rule; nothing for those who may not. */
export const actionColumn = <Item,>(
  mayChange: boolean,
  width: number,
  render: (item: Item) => ReactNode,
): ListColumns<Item> =>
  mayChange
    ? [
        {
          key: 'actions',
          title: '操作',
          stays: true,
          width,
          render: (_: unknown, item: Item) => <div className="link-actions">{render(item)}</div>,
        },
      ]
    : [];
