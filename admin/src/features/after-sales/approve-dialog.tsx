import { App, Form, Input, InputNumber, Table } from 'antd';
import { countText, fenOfYuan, yuanText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { bringsGoods, type AfterSales, type RequestLine } from './model';
import { useApprove } from './queries';

interface ApproveForm {
  quantities: Record<string, number | null>;
  words?: string;
  limitYuan?: number | null;
}

/** What is agreed to, line by line. */
const grantedOf = (lines: readonly RequestLine[], quantities: ApproveForm['quantities'] = {}) =>
  lines.map(({ lineNo }) => ({ lineNo, quantity: quantities[lineNo] ?? 0 }));

/** Agrees to a request, whole or in part; without goods to come its money is given at once. */
export function ApproveDialog({ request, open, onClose }: DialogProps) {
  const { message } = App.useApp();
  const approve = useApprove();
  const { afterSalesId, number, lines, kind, expected } = request;
  const isPaidAtOnce = !bringsGoods(kind);
  return (
    <FormDialog<ApproveForm>
      open={open}
      title={`同意售后 ${number}`}
      submitText={isPaidAtOnce ? '同意并退款' : '同意，等待收货'}
      width={680}
      testId="after-sales-approve"
      onClose={onClose}
      initialValues={{ quantities: Object.fromEntries(lines.map((line) => [line.lineNo, line.quantity])) }}
      onSubmit={async ({ quantities, words = '', limitYuan }, commandId) => {
        const limitFen = limitYuan == null ? undefined : fenOfYuan(limitYuan);
        const granted = grantedOf(lines, quantities);
        await approve({ afterSalesId, commandId, lines: granted, words: words.trim(), limitFen });
        message.success(`${number} 已同意`);
      }}
    >
      <p className="tp-muted">
        {isPaidAtOnce
          ? `货不退回，同意后立即冲减应收或转为客户往来余额${expected ? `，全部同意应退 ${yuanText(expected.refundFen)}` : ''}。`
          : '客户会收到寄回期限；超过期限没有收到货，售后单自动关闭。'}
      </p>
      <Table<RequestLine>
        size="small"
        rowKey={({ lineNo }) => String(lineNo)}
        dataSource={[...lines]}
        pagination={false}
        scroll={{ y: 280 }}
        columns={[
          { title: '商品', dataIndex: 'skuName' },
          { title: '批号', dataIndex: 'lotNo', width: 130 },
          {
            title: '申请',
            width: 80,
            align: 'right',
            render: (_, { quantity }) => <span className="tp-figure">{countText(quantity)}</span>,
          },
          {
            title: '同意',
            width: 120,
            render: (_, { lineNo, quantity }) => (
              <Form.Item name={['quantities', String(lineNo)]} noStyle>
                <InputNumber
                  min={0}
                  max={quantity}
                  precision={0}
                  data-testid={`after-sales-grant-${lineNo}`}
                />
              </Form.Item>
            ),
          },
        ]}
      />
      {kind === 'claim' && (
        <Form.Item name="limitYuan" label="最多赔付（元，选填）" extra="不填按重算金额全额赔付">
          <InputNumber min={0} precision={2} style={{ width: 200 }} data-testid="after-sales-limit" />
        </Form.Item>
      )}
      <Form.Item name="words" label="给客户的话（选填）">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}

export interface DialogProps {
  request: AfterSales;
  open: boolean;
  onClose: () => void;
}
