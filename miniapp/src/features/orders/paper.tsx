import type { PropsWithChildren, ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { printPage, canPrint } from '@/platform/print';
import { Button } from '@/ui/button';
import './paper.scss';

export interface PaperColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row, at: number) => ReactNode;
  readonly look?: 'number' | 'wide' | 'blank';
  /** Printed, and shown where there is room. */
  readonly isAside?: boolean;
}

/** The words above a paper on the screen, which are not printed: what it is for, and the way to the printer. */
export const PaperTools = ({ hint }: { hint: string }) => (
  <View className="paper-tools">
    <Text className="paper-tools__hint">{canPrint ? hint : '打印请在电脑浏览器里打开这一页'}</Text>
    {canPrint ? <Button id="print-paper" label="打印 / 存为 PDF" look="main" onPress={printPage} /> : null}
  </View>
);

export interface PaperProps {
  id: string;
  title: string;
  number: string;
  /** What stands at the right of the head, like a code to scan. */
  corner?: ReactNode;
}

/** A sheet of A4 as it leaves the printer: always black on white. */
export const Paper = ({ id, title, number, corner, children }: PropsWithChildren<PaperProps>) => (
  <View className="paper" id={id}>
    <View className="paper__head">
      <View className="paper__titles">
        <Text className="paper__title">{title}</Text>
        <Text className="paper__number">{number}</Text>
      </View>
      {corner}
    </View>
    {children}
  </View>
);

/** Names and values in two columns. */
export const PaperFacts = ({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) => (
  <View className="paper__facts">
    {facts.map(([name, value]) => (
      <View key={name} className="paper__fact">
        <Text className="paper__name">{name}</Text>
        <Text className="paper__value">{value}</Text>
      </View>
    ))}
  </View>
);

const cellClass = ({ look, isAside }: Pick<PaperColumn<never>, 'look' | 'isAside'>) =>
  ['paper__cell', look && `paper__cell--${look}`, isAside && 'paper__cell--aside'].filter(Boolean).join(' ');

/** Rows under headings that are repeated on every sheet. */
export const PaperTable = <Row,>({
  columns,
  rows,
  keyOf,
}: {
  columns: readonly PaperColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}) => (
  <View className="paper__table" role="table">
    <View className="paper__headings" role="rowgroup">
      <View className="paper__row" role="row">
        {columns.map((column) => (
          <View key={column.title} className={`${cellClass(column)} paper__cell--head`} role="columnheader">
            <Text>{column.title}</Text>
          </View>
        ))}
      </View>
    </View>
    <View className="paper__rows" role="rowgroup">
      {rows.map((row, at) => (
        <View key={keyOf(row)} className="paper__row" role="row">
          {columns.map((column) => (
            <View key={column.title} className={cellClass(column)} role="cell">
              <Text>{column.cell(row, at)}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  </View>
);

/** Where people sign, each over a line of their own. */
export const PaperSigns = ({ names }: { names: readonly string[] }) => (
  <View className="paper__signs">
    {names.map((name) => (
      <View key={name} className="paper__sign">
        <Text>{`${name}：`}</Text>
        <View className="paper__line" />
      </View>
    ))}
  </View>
);
