import { App, Checkbox, Form, Input, Radio } from 'antd';
import { countText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { useShortClose } from './commands';
import type { Order, OrderLine } from './model';

interface ShortCloseForm {
  scope: 'backOrdered' | 'rest';
  lineNos: number[];
  reason: string;
}

const openOf = (line: OrderLine, scope: ShortCloseForm['scope']) =>
  line.backOrdered + (scope === 'rest' ? line.reserved : 0);

/** Closes what an order still waits for, all of it or some lines. */
export function ShortCloseDialog({
  order,
  open,
  onClose,
}: {
  order: Order;
  open: boolean;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const shortClose = useShortClose();
  const linesOf = (scope: ShortCloseForm['scope']) => order.lines.filter((line) => openOf(line, scope) > 0);
  const hasBackOrders = linesOf('backOrdered').length > 0;
  const begin = hasBackOrders ? 'backOrdered' : 'rest';
  return (
    <FormDialog<ShortCloseForm>
      open={open}
      title={`关闭未发部分 ${order.number}`}
      submitText="确认关闭"
      danger
      width={600}
      testId="short-close"
      onClose={onClose}
      initialValues={{ scope: begin, lineNos: linesOf(begin).map(({ lineNo }) => lineNo) }}
      onSubmit={async ({ scope, lineNos, reason }, commandId) => {
        const { orderId, revision: expectedRevision } = order;
        await shortClose({ orderId, commandId, expectedRevision, scope, lineNos, reason: reason.trim() });
        message.success(`${order.number} 未发部分已关闭`);
      }}
    >
      {(form) => (
        <>
          <p className="tp-muted">关闭的数量不再发货，占用的库存和额度一并释放，客户会看到原因，不能恢复。</p>
          <Form.Item name="scope" label="关闭范围">
            <Radio.Group
              onChange={({ target }) =>
                form.setFieldsValue({ lineNos: linesOf(target.value).map(({ lineNo }) => lineNo) })
              }
              options={[
                { value: 'backOrdered', label: '只关欠货', disabled: !hasBackOrders },
                { value: 'rest', label: '欠货和已备未发的都关' },
              ]}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.scope !== after.scope}>
            {({ getFieldValue }) => (
              <Form.Item
                name="lineNos"
                label="商品"
                rules={[{ type: 'array', min: 1, message: '请至少选择一行商品' }]}
              >
                <Checkbox.Group className="dialog-choices">
                  {linesOf(getFieldValue('scope')).map((line) => (
                    <Checkbox key={line.lineNo} value={line.lineNo}>
                      {line.skuName}{' '}
                      <b className="tp-figure">{countText(openOf(line, getFieldValue('scope')))}</b> 件
                    </Checkbox>
                  ))}
                </Checkbox.Group>
              </Form.Item>
            )}
          </Form.Item>
          <Form.Item
            name="reason"
            label="原因（客户可见）"
            rules={[{ required: true, whitespace: true, message: '请填写原因，客户会看到' }]}
          >
            <Input.TextArea rows={2} maxLength={200} showCount data-testid="short-close-reason" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
