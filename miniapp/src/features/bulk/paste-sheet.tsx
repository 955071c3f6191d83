import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useMutation } from '@tanstack/react-query';
import { api } from '@/api';
import { forget, keep, readKept } from '@/platform/storage';
import { canPickSheet, pickSheet, saveSheet, watchDrop, type PickedSheet } from '@/platform/sheet-files';
import { watchPaste } from '@/platform/watch-paste';
import { Button } from '@/ui/button';
import { NoteField } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';
import { findGoods, type FoundSku } from './find-goods';
import { PastedRows } from './pasted-rows';
import { readSheet, textOfSheet, type SheetRow } from './read-sheet';
import {
  readRowOf,
  rowsThatFit,
  withAnswered,
  withAnswers,
  withWritten,
  type CheckedRow,
  type ReadRow,
} from './sheet-rows';
import './paste-sheet.scss';

export interface PasteSheetProps {
  open: boolean;
  /** Where what was pasted is kept until it is in the order. */
  draftKey: string;
  supplierId: string;
  /** The goods that are in the order. */
  inOrder: ReadonlySet<string>;
  linesMax: number;
  onOpen: () => void;
  onAdd: (rows: readonly { readonly sku: FoundSku; readonly quantity: number }[]) => void;
  onClose: () => void;
}

interface Reading {
  readonly rows: readonly CheckedRow[];
  readonly rest: readonly SheetRow[];
}

/** No text box holds more than an order's rows at their longest. */
const textLengthMax = 200_000;

/** As many bytes as the server reads at once. */
const fileBytesMax = 512_000;

/** A file that nothing can be ordered from, in words for the screen. */
class NoOrderSheet extends Error {}

const FileProblem = ({ error }: { error: Error }) =>
  error instanceof NoOrderSheet ? (
    <View className="inline-problem" id="problem-text">
      <Text>{error.message}</Text>
    </View>
  ) : (
    <InlineProblem error={error} />
  );

/** Takes rows pasted from a sheet, says row by row what is made of them, and adds the good ones when told to. */
export function PasteSheet(props: PasteSheetProps) {
  const { open, draftKey, supplierId, inOrder, linesMax, onOpen, onAdd, onClose } = props;
  const [text, setText] = useState(() => readKept<string>(draftKey) ?? '');
  const [reading, setReading] = useState<Reading>();

  const write = (next: string) => {
    setText(next);
    if (next === '') forget(draftKey);
    else keep(draftKey, next);
  };
  /** Whatever is written stays in the text, which is what is kept. */
  const show = (next: Reading | undefined) => {
    setReading(next);
    if (next) write(textOfSheet([...next.rows, ...next.rest]));
  };

  const check = async (rows: readonly SheetRow[]) => {
    const asked = rows.map(({ sku, quantity }) => ({ sku, quantity }));
    const { items } = await api.lists.check({ supplierId, rows: asked });
    return withAnswers(rows, items);
  };
  const read = useMutation({
    mutationFn: async (written: string): Promise<Reading> => {
      const { rows, rest } = readSheet(written);
      return { rows: rows.length > 0 ? await check(rows) : [], rest };
    },
    onSuccess: setReading,
  });
  const readFile = useMutation({
    mutationFn: async (file: PickedSheet): Promise<Reading> => {
      if (file.bytes > fileBytesMax) throw new NoOrderSheet('文件超过 500 KB，请只保留要订的行');
      const { text: cells } = await api.exchange.readOrderSheet({ content: await file.base64() });
      const { rows, rest } = readSheet([text, cells].filter((part) => part.trim() !== '').join('\n'));
      if (rows.length === 0) throw new NoOrderSheet('文件里没有要订的行');
      return { rows: await check(rows), rest };
    },
    onSuccess: show,
  });
  const chooseFile = async () => {
    const file = await pickSheet();
    if (file) readFile.mutate(file);
  };
  const template = useMutation({
    mutationFn: () => api.exchange.orderSheetTemplate({}),
    onSuccess: ({ fileName, content }) => saveSheet(fileName, content),
  });
  const checkAgain = useMutation({
    mutationFn: (row: SheetRow) => check([row]),
    onSuccess: ([checked]) =>
      setReading((known) => known && checked && { ...known, rows: withAnswered(known.rows, checked) }),
  });
  const add = useMutation({
    mutationFn: async (rows: readonly ReadRow[]) => {
      const goods = await findGoods([...new Set(rows.map(({ line }) => line.skuId))], supplierId);
      return rows.flatMap((row) => {
        const sku = goods.get(row.line.skuId);
        return sku ? [{ rowNo: row.rowNo, sku, quantity: row.line.quantity }] : [];
      });
    },
    onSuccess: (added) => {
      onAdd(added);
      const gone = new Set(added.map(({ rowNo }) => rowNo));
      const left = {
        rows: reading?.rows.filter(({ rowNo }) => !gone.has(rowNo)) ?? [],
        rest: reading?.rest ?? [],
      };
      const waiting = left.rows.length + left.rest.length;
      show(left);
      if (left.rows.length === 0) setReading(undefined);
      if (waiting === 0) return onClose();
      say(`已加入 ${added.length} 行，还有 ${waiting} 行`);
    },
  });

  // A page that was left stays in the document; what is pasted then is meant for another.
  const [isSeen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  useEffect(() => {
    if (open || !isSeen) return;
    return watchPaste((pasted) => {
      const next = [text, pasted].filter((part) => part.trim() !== '').join('\n');
      setReading(undefined);
      write(next);
      onOpen();
      read.mutate(next);
    });
  });

  useEffect(() => {
    if (!isSeen) return;
    return watchDrop((dropped) => {
      onOpen();
      readFile.mutate(dropped);
    });
  });

  const ready = reading?.rows.flatMap((row) => readRowOf(row) ?? []) ?? [];
  const fitting = rowsThatFit(ready, inOrder, linesMax);
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
              label={`加入 ${fitting.length} 行`}
              look="main"
              disabled={fitting.length === 0}
              pending={add.isPending}
              pendingLabel="正在加入…"
              onPress={() => add.mutate(fitting)}
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
            onPress={() => read.mutate(text)}
          />
        )
      }
    >
      {reading ? (
        <PastedRows
          rows={reading.rows}
          beyond={reading.rest.length}
          withoutRoom={ready.length - fitting.length}
          linesMax={linesMax}
          onWrite={(rowNo, written) => show({ ...reading, rows: withWritten(reading.rows, rowNo, written) })}
          onCheck={(row) => checkAgain.mutate(row)}
          onRemove={(rowNo) => show({ ...reading, rows: reading.rows.filter((row) => row.rowNo !== rowNo) })}
        />
      ) : (
        <View className="paste">
          <NoteField
            id="paste-text"
            label="每行一个商品：条码、编码或名称，再写数量"
            value={text}
            lengthMax={textLengthMax}
            placeholder={'6901234567890  24\n天然水 550ml  2箱\n乌龙茶  2箱5瓶'}
            hint="可从 Excel 直接复制，带不带表头都行；数量不写单位按最小单位计"
            onChange={write}
          />
          {canPickSheet ? (
            <View className="paste__files">
              <Button
                id="paste-file"
                label="选择 Excel 或 CSV 文件"
                size="small"
                pending={readFile.isPending}
                pendingLabel="正在读取…"
                onPress={() => void chooseFile()}
              />
              <Button
                id="paste-template"
                label="下载模板"
                look="text"
                size="small"
                pending={template.isPending}
                onPress={() => template.mutate()}
              />
              <Text className="paste__hint">也可以把文件拖到这一页；最多 1,000 行、500 KB</Text>
            </View>
          ) : null}
        </View>
      )}
      <InlineProblem error={read.error ?? checkAgain.error ?? add.error ?? template.error} />
      {readFile.error ? <FileProblem error={readFile.error} /> : null}
    </Sheet>
  );
}
