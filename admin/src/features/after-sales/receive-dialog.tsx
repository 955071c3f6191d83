import { App, Checkbox, Form, Input, InputNumber, Table } from 'antd';
import { countText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import type { DialogProps } from './approve-dialog';
import { outcomeKinds, outcomeNames, sendsGoods, type RequestLine } from './model';
import { useReceive } from './queries';
import { allWell, outcomesOf, type TypedOutcomes } from './receipt';

interface ReceiveForm {
  outcomes: TypedOutcomes;
  words?: string;
  inMoney?: boolean;
}

/** Records what came and what became of it, unit by unit. Money or goods follow at once. */
export function ReceiveDialog({ request, open, onClose }: DialogProps) {
  const { message } = App.useApp();
  const receive = useReceive();
  const { afterSalesId, number, lines, kind } = request;
  return (
    <FormDialog<ReceiveForm>
      open={open}
      title={`收货验收 ${number}`}
      submitText={sendsGoods(kind) ? '确认验收并补发' : '确认验收并退款'}
      width={860}
      testId="after-sales-receive"
      onClose={onClose}
      initialValues={{ outcomes: allWell(lines) }}
      onSubmit={async ({ outcomes: typed, words = '', inMoney = false }, commandId) => {
        const { outcomes } = outcomesOf(lines, typed);
        await receive({ afterSalesId, commandId, outcomes, words: words.trim(), inMoney });
        message.success(`${number} 已验收`);
      }}
    >
      <p className="tp-muted">
        每一件都要有去向，合计等于同意的数量；没收到的客户可以再次申请。
        {sendsGoods(kind) ? '确认后按收到的数量生成零元补发订单。' : '确认后按收到的数量重算退款。'}
        验收不能撤销。
      </p>
      <Table<RequestLine>
        size="small"
        rowKey={({ lineNo }) => String(lineNo)}
        dataSource={lines.filter(({ approved }) => approved > 0)}
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
            title: '同意',
            width: 70,
            align: 'right',
            render: (_, { approved }) => <span className="tp-figure">{countText(approved)}</span>,
          },
          ...outcomeKinds.map((outcome) => ({
            title: outcomeNames[outcome],
            width: 96,
            render: (_: unknown, { lineNo, approved }: RequestLine) => (
              <Form.Item name={['outcomes', String(lineNo), outcome]} noStyle>
                <InputNumber
                  min={0}
                  max={approved}
                  precision={0}
                  placeholder="0"
                  style={{ width: 78 }}
                  data-testid={`receive-${outcome}-${lineNo}`}
                />
              </Form.Item>
            ),
          })),
        ]}
      />
      <Form.Item
        name="outcomes"
        noStyle
        rules={[
          {
            validator: (_, typed: TypedOutcomes) =>
              outcomesOf(lines, typed).faults.length === 0
                ? Promise.resolve()
                : Promise.reject(new Error('每一件都要有去向')),
          },
        ]}
      >
        <span />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.outcomes !== after.outcomes}>
        {({ getFieldValue }) => {
          const { faults } = outcomesOf(lines, getFieldValue('outcomes') as TypedOutcomes);
          return faults.length === 0 ? null : <p className="tp-danger">{faults.join('；')}</p>;
        }}
      </Form.Item>
      {sendsGoods(kind) && (
        <Form.Item name="inMoney" valuePropName="checked">
          <Checkbox data-testid="receive-in-money">无法补发，改为按收到的数量退款</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="words" label="验收说明（选填）">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}
