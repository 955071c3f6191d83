import { Text, View } from '@tarojs/components';
import { Fact } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { say } from '@/ui/toast';
import { useCancelCount, useConfirmCount, type Count } from './queries';
import { sheetTotals } from './typed-counts';

interface CloseProps {
  count: Count;
  onDone: () => void;
  onClose: () => void;
}

const figure = (value: number) => value.toLocaleString('zh-CN');

/** Posts the differences of a sheet, after saying what they come to. */
export function PostDifferences({ count, onDone, onClose }: CloseProps) {
  const post = useConfirmCount(count.sheetId);
  const { lineCount, counted, moved, over, short } = sheetTotals(count.lines);
  return (
    <Confirm
      title="差异过账"
      open
      text="确认后按实盘修改库存并记入流水，不能撤销；没盘的批次保持账面不变。"
      confirmLabel="确认过账"
      grave
      pending={post.isPending}
      disabled={moved > 0}
      error={post.error}
      onConfirm={() =>
        post.mutate(
          {},
          {
            onSuccess: () => {
              say('差异已过账');
              onDone();
            },
          },
        )
      }
      onClose={onClose}
    >
      <View id="count-preview">
        <Fact name="已盘">
          <Text>{`${figure(counted)} / ${figure(lineCount)} 个批次`}</Text>
        </Fact>
        <Fact name="盘盈">
          <Text>{`+${figure(over.quantity)}（${figure(over.lineCount)} 个批次）`}</Text>
        </Fact>
        <Fact name="盘亏">
          <Text>{`-${figure(short.quantity)}（${figure(short.lineCount)} 个批次）`}</Text>
        </Fact>
        {moved > 0 ? (
          <Fact name="需重盘">
            <Text>{`${figure(moved)} 个批次盘过之后又有进出，请先重盘`}</Text>
          </Fact>
        ) : null}
      </View>
    </Confirm>
  );
}

/** Drops a sheet; nothing is posted. */
export function DropCount({ count, onDone, onClose }: CloseProps) {
  const drop = useCancelCount(count.sheetId);
  return (
    <Confirm
      title="作废盘点"
      open
      text={`已录入的 ${figure(sheetTotals(count.lines).counted)} 个批次不再过账，库存保持不变。作废后不能恢复。`}
      confirmLabel="确认作废"
      grave
      pending={drop.isPending}
      error={drop.error}
      onConfirm={() =>
        drop.mutate(
          {},
          {
            onSuccess: () => {
              say('已作废');
              onDone();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
