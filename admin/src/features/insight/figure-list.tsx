import type { ReactNode } from 'react';
import type { CsvColumn } from '../../ui/csv';
import { ExportButton } from '../../ui/export-button';
import type { ListColumns } from '../../ui/list-column';
import { type ListState, ListTable } from '../../ui/list-table';

interface FigureListProps<Row> {
  /** Of the exported file. */
  name: string;
  /** Of the table, the same in every release. */
  list: string;
  found: ListState<Row>;
  columns: ListColumns<Row>;
  csv: readonly CsvColumn<Row>[];
  empty: ReactNode;
  /** What the rows are split by or filtered with, before the button that takes them along. */
  tools?: ReactNode;
  footer?: ReactNode;
}

/** The rows below the figures of a report, which can be taken along. */
export const FigureList = <Row extends { readonly key: string }>({
  name,
  list,
  found,
  columns,
  csv,
  empty,
  tools,
  footer,
}: FigureListProps<Row>) => (
  <>
    <div className="tp-filters report-cuts">
      {tools}
      <ExportButton
        name={name}
        columns={csv}
        fetchPage={() => Promise.resolve({ items: found.data?.items ?? [], nextCursor: null })}
      />
    </div>
    <ListTable
      name={list}
      list={found}
      rowKey={({ key }) => key}
      columns={columns}
      minWidth={900}
      empty={empty}
      footer={footer}
    />
  </>
);
