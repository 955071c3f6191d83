import { Alert, App } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { sheetTotals } from './differences';
import { type Count, useCancelCount, useConfirmCount } from './queries';

interface CloseProps {
  count: Count;
  onClose: () => void;
}

/** Posts the differences of a sheet, after saying what they come to. */
export function ConfirmCountDialog({ count, onClose }: CloseProps) {
  const { message } = App.useApp();
  const confirm = useConfirmCount();
  const { lineCount, counted, moved, over, short } = sheetTotals(count.lines);
  return (
    <FormDialog
      open
      title={`差异过账 · ${count.warehouseName}`}
      submitText="确认过账"
      danger
      testId="count-confirm"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        await confirm({ sheetId: count.sheetId, commandId });
        message.success('差异已过账，库存已按实盘更新');
      }}
    >
      <dl className="tp-facts" data-testid="count-preview">
        <dt>盘盈</dt>
        <dd className="tp-success">
          +{countText(over.quantity)}（{over.lineCount} 个批次）
        </dd>
        <dt>盘亏</dt>
        <dd className="tp-danger">
          -{countText(short.quantity)}（{short.lineCount} 个批次）
        </dd>
        <dt>已盘</dt>
        <dd>
          {countText(counted)} / {countText(lineCount)} 个批次，没盘的保持账面不变
        </dd>
      </dl>
      {moved > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={`${moved} 个批次盘过之后又有进出，请先重盘，否则不能过账`}
        />
      )}
      <p className="tp-muted">确认后按实盘修改库存并记入流水，不能撤销。</p>
    </FormDialog>
  );
}

/** Drops a sheet; nothing is posted. */
export function CancelCountDialog({ count, onClose }: CloseProps) {
  const { message } = App.useApp();
  const cancel = useCancelCount();
  return (
    <FormDialog
      open
      title={`作废盘点 · ${count.warehouseName}`}
      submitText="确认作废"
      danger
      testId="count-cancel"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        await cancel({ sheetId: count.sheetId, commandId });
        message.success('已作废');
      }}
    >
      <p>
        已录入的 {countText(sheetTotals(count.lines).counted)} 个批次不再过账，库存保持不变。作废后不能恢复。
      </p>
    </FormDialog>
  );
}
