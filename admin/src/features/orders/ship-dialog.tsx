import { App, Form, Input, InputNumber, Segmented, Table } from 'antd';
import { countText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { useShip } from './commands';
import type { Order } from './model';
import { shippable } from './progress';

interface ShipForm {
  extent: 'whole' | 'part';
  quantities?: Record<string, number | null>;
  carrier?: string;
  trackingNo?: string;
}

/** The lines of a part shipment; what is left at nothing stays behind. */
const partLines = (quantities: ShipForm['quantities'] = {}) =>
  Object.entries(quantities).flatMap(([lineNo, quantity]) =>
    quantity ? [{ lineNo: Number(lineNo), quantity }] : [],
  );

/** Ships what is promised, whole or in part. */
export function ShipDialog({ order, open, onClose }: { order: Order; open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const ship = useShip();
  const ready = shippable(order);
  return (
    <FormDialog<ShipForm>
      open={open}
      title={`发货 ${order.number}`}
      submitText="确认发货"
      width={680}
      testId="ship"
      onClose={onClose}
      initialValues={{
        extent: 'whole',
        quantities: Object.fromEntries(ready.map(({ line, quantity }) => [line.lineNo, quantity])),
      }}
      onSubmit={async ({ extent, quantities, carrier = '', trackingNo = '' }, shipmentId) => {
        const lines = extent === 'part' ? partLines(quantities) : undefined;
        await ship({ orderId: order.orderId, shipmentId, lines, carrier, trackingNo });
        message.success(`${order.number} 已发货`);
      }}
    >
      <Form.Item name="extent">
        <Segmented
          options={[
            { label: '全部发出', value: 'whole' },
            { label: '部分发货', value: 'part' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.extent !== after.extent}>
        {({ getFieldValue }) => (
          <Table
            size="small"
            rowKey={({ line }) => String(line.lineNo)}
            dataSource={ready}
            pagination={false}
            scroll={{ y: 280 }}
            columns={[
              { title: '商品', render: (_, { line }) => line.skuName },
              {
                title: '待发',
                width: 96,
                align: 'right',
                render: (_, { quantity }) => <span className="tp-figure">{countText(quantity)}</span>,
              },
              {
                title: '本次发货',
                width: 150,
                align: 'right',
                render: (_, { line, quantity }) =>
                  getFieldValue('extent') === 'part' ? (
                    <Form.Item name={['quantities', String(line.lineNo)]} noStyle>
                      <InputNumber
                        min={0}
                        max={quantity}
                        precision={0}
                        data-testid={`ship-quantity-${line.lineNo}`}
                      />
                    </Form.Item>
                  ) : (
                    <span className="tp-figure tp-strong">{countText(quantity)}</span>
                  ),
              },
            ]}
          />
        )}
      </Form.Item>
      <Form.Item
        noStyle
        dependencies={['extent', 'quantities']}
        name="quantities"
        rules={[
          ({ getFieldValue }) => ({
            validator: () =>
              getFieldValue('extent') === 'part' && partLines(getFieldValue('quantities')).length === 0
                ? Promise.reject(new Error('至少发出一行商品'))
                : Promise.resolve(),
          }),
        ]}
      >
        <span />
      </Form.Item>
      <div className="form-pair">
        <Form.Item name="carrier" label="承运商（选填）">
          <Input maxLength={40} placeholder="例如 顺丰快运、自有车辆" data-testid="ship-carrier" />
        </Form.Item>
        <Form.Item name="trackingNo" label="运单号（选填）">
          <Input maxLength={60} data-testid="ship-tracking" />
        </Form.Item>
      </div>
      <p className="tp-muted tp-small">
        按先到期先出的已承诺批次出库；发货后在途占用客户额度，签收后转为应收。
      </p>
    </FormDialog>
  );
}
