import { useEffect } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { walkRows } from '@/platform/walk-rows';
import { Button } from '@/ui/button';
import { Tag } from '@/ui/tag';
import { Windowed } from '@/ui/windowed';
import { Yuan } from '@/ui/yuan';
import type { SheetRow } from './read-sheet';
import { isAnswered, readRowOf, type CheckedRow, type ReadRow } from './sheet-rows';

interface Fixing {
  /** Takes over what was written into a row. */
  onWrite: (rowNo: number, written: Partial<Pick<SheetRow, 'sku' | 'quantity'>>) => void;
  /** Has a row read anew. */
  onCheck: (row: SheetRow) => void;
  onRemove: (rowNo: number) => void;
}

export interface PastedRowsProps extends Fixing {
  rows: readonly CheckedRow[];
  /** How many more were pasted than are read at once. */
  beyond: number;
  /** How many good rows the order has no room for. */
  withoutRoom: number;
  linesMax: number;
}

const rowsTogether = 18;
/** Of the parts below the first few, until they come near the screen. */
const partHeightPx = rowsTogether * 62;
const partsAtOnce = 2;

/** Every row with what it was read as, or what is wrong with it and the way to put it right. */
export function PastedRows({ rows, beyond, withoutRoom, linesMax, ...fixing }: PastedRowsProps) {
  useEffect(() => walkRows('pasted-rows', '.pasted'), []);
  const parts = Array.from({ length: Math.ceil(rows.length / rowsTogether) }, (_, at) =>
    rows.slice(at * rowsTogether, (at + 1) * rowsTogether),
  );
  const faulty = rows.filter((row) => !readRowOf(row)).length;
  return (
    <View id="pasted-rows">
      <Text className="pasted__sum" id="pasted-sum">
        {[
          `共 ${rows.length} 行`,
          faulty > 0 ? `${faulty} 行待处理` : '全部已识别',
          withoutRoom > 0 ? `一张订单最多 ${linesMax} 种商品，${withoutRoom} 行先留在这里` : '',
          beyond > 0 ? `另有 ${beyond} 行，加入这些后再识别` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {parts.map((part, at) => (
        <Windowed
          key={at}
          id={`pasted-part-${at}`}
          className="pasted-part"
          expectedHeightPx={at < partsAtOnce ? undefined : partHeightPx}
        >
          {part.map((row) => {
            const read = readRowOf(row);
            return (
              <View key={row.rowNo} className="pasted" id={`pasted-${row.rowNo}`}>
                <Text className="pasted__no">{`第 ${row.rowNo} 行`}</Text>
                {read ? <Understood row={read} /> : <ToFix row={row} {...fixing} />}
              </View>
            );
          })}
        </Windowed>
      ))}
    </View>
  );
}

const Understood = ({ row: { line, answer } }: { row: ReadRow }) => (
  <>
    <View className="pasted__words">
      <Text className="pasted__key">{line.skuName}</Text>
      <Text className="pasted__hint">
        {[
          line.spec,
          line.mixedUnits,
          line.suggestedQuantity === null ? '' : '数量不合起订或倍数，加入后一点即改',
          answer?.sameAsRowNo ? '与前面的行是同一商品，数量会相加' : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </View>
    <Yuan fen={line.amountFen} />
  </>
);

function ToFix({ row, onWrite, onCheck, onRemove }: { row: CheckedRow } & Fixing) {
  const { rowNo, sku, quantity } = row;
  const error = isAnswered(row) ? row.answer?.error : undefined;
  const fieldOf = (column: 'sku' | 'quantity') =>
    `pasted__field pasted__field--${column}${error?.column === column ? ' pasted__field--wrong' : ''}`;
  const settle = () => {
    if (!isAnswered(row)) onCheck({ rowNo, sku, quantity });
  };
  const take = (written: Partial<Pick<SheetRow, 'sku' | 'quantity'>>) => {
    onWrite(rowNo, written);
    onCheck({ rowNo, sku, quantity, ...written });
  };
  return (
    <>
      <View className="pasted__words">
        <View className="pasted__fields">
          <Input
            id={`pasted-sku-${rowNo}`}
            className={fieldOf('sku')}
            value={sku}
            maxlength={80}
            nativeProps={{ 'aria-label': `第 ${rowNo} 行的商品` }}
            onInput={(event) => onWrite(rowNo, { sku: String(event.detail.value) })}
            onBlur={settle}
          />
          <Input
            id={`pasted-quantity-${rowNo}`}
            className={fieldOf('quantity')}
            value={quantity}
            maxlength={30}
            nativeProps={{ 'aria-label': `第 ${rowNo} 行的数量` }}
            onInput={(event) => onWrite(rowNo, { quantity: String(event.detail.value) })}
            onBlur={settle}
          />
        </View>
        <Text className="pasted__wrong" id={`pasted-wrong-${rowNo}`}>
          {error?.message ?? '改好后离开这一格就会重新识别'}
        </Text>
        {error && error.goods.length + error.quantities.length > 0 ? (
          <View className="pasted__choices">
            {error.goods.map(({ skuId, skuName }) => (
              <Button key={skuId} label={skuName} size="small" onPress={() => take({ sku: skuId })} />
            ))}
            {error.quantities.map((words) => (
              <Button
                key={words}
                label={words}
                size="small"
                onPress={() => take({ quantity: /\d/.test(words) ? words : `1${words}` })}
              />
            ))}
          </View>
        ) : null}
      </View>
      <View className="pasted__end">
        <Tag tone="danger">待处理</Tag>
        <Button
          id={`pasted-remove-${rowNo}`}
          label="删除"
          look="text"
          size="small"
          onPress={() => onRemove(rowNo)}
        />
      </View>
    </>
  );
}
