import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { useOpenCount, useWarehouses } from './queries';
import { WarehouseChips } from './warehouse-chips';

export interface OpenCountProps {
  /** The SKU the sheet is about; empty: all that stands there. */
  skuId: string;
  onOpened: (sheetId: string) => void;
  onClose: () => void;
}

/** Opens a count sheet over what stands in a warehouse. */
export function OpenCount({ skuId, onOpened, onClose }: OpenCountProps) {
  const warehouses = useWarehouses();
  const [chosen, setChosen] = useState('');
  const [note, setNote] = useState('');
  const open = useOpenCount();
  const warehouseId = chosen || (warehouses.data?.items[0]?.warehouseId ?? '');
  return (
    <Confirm
      title="新建盘点"
      open
      text="开单时记下账面数量，仓库照常收发；盘过之后又有进出的批次会提示重盘。"
      confirmLabel="开单"
      pending={open.isPending}
      disabled={warehouseId === ''}
      error={open.error ?? warehouses.error}
      onConfirm={() =>
        open.mutate(
          { warehouseId, skuIds: skuId === '' ? [] : [skuId], note: note.trim() },
          { onSuccess: ({ sheetId }) => onOpened(sheetId) },
        )
      }
      onClose={onClose}
    >
      <View className="field">
        <Text className="field__label">仓库</Text>
        <WarehouseChips name="count-warehouse" value={warehouseId} onChange={setChosen} />
      </View>
      <Field
        id="count-note"
        label="说明"
        value={note}
        lengthMax={200}
        placeholder="如 月末盘点，选填"
        onChange={setNote}
      />
    </Confirm>
  );
}
