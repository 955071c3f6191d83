import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/ui/button';
import { NoteField } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { InlineProblem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { packingProblem, toMixedUnits } from '@/ui/units';
import { matchRows, rowWith, type FoundSku, type RowAnswer } from './match-rows';
import { readPasted, type PastedFault } from './paste';
import './paste-sheet.scss';

export interface PasteSheetProps {
  open: boolean;
  supplierId: string;
  onAdd: (rows: readonly { readonly sku: FoundSku; readonly quantity: number }[]) => void;
  onClose: () => void;
}

interface Reading {
  readonly answers: readonly RowAnswer[];
  readonly faults: readonly PastedFault[];
}

/** Takes rows pasted from a sheet, says row by row what it makes of them, and adds the good ones when told to. */
export function PasteSheet({ open, supplierId, onAdd, onClose }: PasteSheetProps) {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [reading, setReading] = useState<Reading>();
  const read = useMutation({
    mutationFn: async (): Promise<Reading> => {
      const { rows, faults } = readPasted(text);
      return { answers: await matchRows(client, rows, supplierId), faults };
    },
    onSuccess: setReading,
  });
  const found = reading?.answers.filter((answer) => answer.kind === 'found') ?? [];
  const add = () => {
    onAdd(found);
    setText('');
    setReading(undefined);
    onClose();
  };
  const choose = (rowNo: number, sku: FoundSku) =>
    setReading(
      (known) =>
        known && {
          ...known,
          answers: known.answers.map((answer) =>
            answer.row.rowNo === rowNo ? rowWith(answer.row, sku) : answer,
          ),
        },
    );
  return (
    <Sheet
      title="粘贴表格"
      open={open}
      onClose={onClose}
      foot={
        reading ? (
          <>
            <Button id="paste-again" label="返回修改" onPress={() => setReading(undefined)} />
            <Button
              id="paste-add"
              label={`加入 ${found.length} 行`}
              look="main"
              disabled={found.length === 0}
              onPress={add}
            />
          </>
        ) : (
          <Button
            id="paste-read"
            label="识别"
            look="main"
            disabled={text.trim() === ''}
            pending={read.isPending}
            pendingLabel="正在识别…"
            onPress={() => read.mutate()}
          />
        )
      }
    >
      {reading ? (
        <PastedRows reading={reading} onChoose={choose} />
      ) : (
        <View className="paste">
          <NoteField
            id="paste-text"
            label="每行一个商品：条码、名称或 SKU，再写数量"
            value={text}
            lengthMax={60_000}
            placeholder={'6901234567890  24\n天然水 550ml  2箱\n乌龙茶  2箱5瓶'}
            hint="可从 Excel 直接复制两列；数量不写单位按最小单位计"
            onChange={setText}
          />
          <InlineProblem error={read.error} />
        </View>
      )}
    </Sheet>
  );
}

function PastedRows({
  reading,
  onChoose,
}: {
  reading: Reading;
  onChoose: (rowNo: number, sku: FoundSku) => void;
}) {
  return (
    <View>
      {reading.faults.map(({ rowNo, text, reason }) => (
        <View key={`fault-${rowNo}`} className="pasted">
          <Text className="pasted__no">{`第 ${rowNo} 行`}</Text>
          <View className="pasted__words">
            <Text className="pasted__key">{text}</Text>
            <Text className="pasted__wrong">{reason}</Text>
          </View>
        </View>
      ))}
      {reading.answers.map((answer) => (
        <View key={answer.row.rowNo} className="pasted" id={`pasted-${answer.row.rowNo}`}>
          <Text className="pasted__no">{`第 ${answer.row.rowNo} 行`}</Text>
          <View className="pasted__words">
            {answer.kind === 'found' ? (
              <>
                <Text className="pasted__key">{answer.sku.name}</Text>
                <Text className="pasted__hint">
                  {[toMixedUnits(answer.quantity, answer.sku), packingProblem(answer.quantity, answer.sku)]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </>
            ) : (
              <>
                <Text className="pasted__key">{`${answer.row.key}  ${answer.row.amount}`}</Text>
                <Text className="pasted__wrong">
                  {answer.kind === 'fault' ? answer.reason : '有多个商品符合，请选一个'}
                </Text>
              </>
            )}
            {answer.kind === 'choice'
              ? answer.candidates.map((sku) => (
                  <Button
                    key={sku.skuId}
                    label={`${sku.name} ${sku.spec}`}
                    size="small"
                    onPress={() => onChoose(answer.row.rowNo, sku)}
                  />
                ))
              : null}
          </View>
          {answer.kind === 'found' ? <Tag tone="success">已识别</Tag> : <Tag tone="danger">待处理</Tag>}
        </View>
      ))}
    </View>
  );
}
