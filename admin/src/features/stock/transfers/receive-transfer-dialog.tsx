import { App, Form, InputNumber, Table } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { Figure } from '../figure';
import { type Transfer, type TransferLine, useReceiveTransfer } from './queries';
import { differenceText } from './totals';

type Kind = 'damaged' | 'missing';
type Typed = Readonly<Record<string, Partial<Record<Kind, number | null>>>>;
interface ReceiveForm {
  differences?: Typed;
}

/** What was typed against each line; lines that arrived well are not named. */
const typedOf = (lines: readonly TransferLine[], typed: Typed = {}) =>
  lines.map(({ lineNo, quantity }) => ({
    lineNo,
    quantity,
    damaged: typed[String(lineNo)]?.damaged ?? 0,
    missing: typed[String(lineNo)]?.missing ?? 0,
  }));

const kinds: readonly { readonly kind: Kind; readonly title: string }[] = [
  { kind: 'damaged', title: '破损' },
  { kind: 'missing', title: '短少' },
];

/** Takes a transfer in, with what came damaged or did not come. */
export function ReceiveTransferDialog({ transfer, onClose }: { transfer: Transfer; onClose: () => void }) {
  const { message } = App.useApp();
  const receive = useReceiveTransfer();
  const { transferId, lines, fromWarehouseName, toWarehouseName } = transfer;
  return (
    <FormDialog<ReceiveForm>
      open
      title={`调拨收货 · ${fromWarehouseName} → ${toWarehouseName}`}
      submitText="确认收货"
      width={820}
      testId="transfer-receive"
      onClose={onClose}
      onSubmit={async ({ differences }, commandId) => {
        const found = typedOf(lines, differences)
          .filter(({ damaged, missing }) => damaged + missing > 0)
          .map(({ lineNo, damaged, missing }) => ({ lineNo, damaged, missing }));
        await receive({ transferId, commandId, differences: found });
        message.success(`${toWarehouseName} 已收货`);
      }}
    >
      <p className="tp-muted">
        没有填差异的批次按全部完好入库；破损的入为“破损”，短少的不入库。收货不能撤销。
      </p>
      <Table<TransferLine>
        size="small"
        rowKey={({ lineNo }) => String(lineNo)}
        dataSource={lines}
        pagination={false}
        scroll={{ y: 320 }}
        columns={[
          {
            title: '商品',
            render: (_, { skuName, lotNo, expiresOn }) => (
              <>
                {skuName}
                <div className="tp-muted tp-small">
                  {lotNo} · {expiresOn} 到期
                </div>
              </>
            ),
          },
          {
            title: '发出',
            width: 90,
            align: 'right',
            render: (_, { quantity }) => <Figure count={quantity} strong />,
          },
          ...kinds.map(({ kind, title }) => ({
            title,
            width: 110,
            render: (_: unknown, { lineNo, quantity, lotNo }: TransferLine) => (
              <Form.Item name={['differences', String(lineNo), kind]} noStyle>
                <InputNumber
                  min={0}
                  max={quantity}
                  precision={0}
                  placeholder="0"
                  aria-label={`${lotNo} ${title}`}
                  style={{ width: '100%' }}
                  data-testid={`transfer-${kind}-${lineNo}`}
                />
              </Form.Item>
            ),
          })),
        ]}
      />
      <Form.Item
        name="differences"
        noStyle
        rules={[
          {
            validator: async (_, typed?: Typed) => {
              if (
                typedOf(lines, typed).some(({ quantity, damaged, missing }) => damaged + missing > quantity)
              )
                throw new Error('破损和短少合计不能超过发出数量');
            },
          },
        ]}
      >
        <span />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const typed = typedOf(lines, getFieldValue('differences') as Typed | undefined);
          const tooMany = typed.find(({ quantity, damaged, missing }) => damaged + missing > quantity);
          const text = differenceText({ lines: typed });
          return tooMany ? (
            <p className="tp-danger">
              第 {tooMany.lineNo} 行的破损和短少合计不能超过 {countText(tooMany.quantity)}
            </p>
          ) : (
            <p data-testid="transfer-preview">{text ? `差异：${text}` : '全部完好入库'}</p>
          );
        }}
      </Form.Item>
    </FormDialog>
  );
}
