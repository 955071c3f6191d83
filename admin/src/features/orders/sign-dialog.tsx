import { App, Form, InputNumber, Select, Table } from 'antd';
import { countText, whenText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { useSign } from './commands';
import type { Order, Shipment } from './model';

type Difference = { short?: number | null; damaged?: number | null; refused?: number | null };
interface SignForm {
  shipmentId: string;
  differences?: Record<string, Difference>;
}

const kinds = [
  ['short', '短少'],
  ['damaged', '破损'],
  ['refused', '拒收'],
] as const;

/** Only lines that differ are named; the rest is accepted as shipped. */
const differencesOf = (shipment: Shipment | undefined, typed: SignForm['differences'] = {}) =>
  (shipment?.lines ?? []).flatMap(({ shipmentLineNo }) => {
    const { short, damaged, refused } = typed[shipmentLineNo] ?? {};
    const difference = { shipmentLineNo, short: short ?? 0, damaged: damaged ?? 0, refused: refused ?? 0 };
    return difference.short + difference.damaged + difference.refused > 0 ? [difference] : [];
  });

/** Signs for a shipment of goods that we bought, with differences. */
export function SignDialog({ order, open, onClose }: { order: Order; open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const sign = useSign();
  const unsigned = order.shipments.filter((shipment) => shipment.signedAt === null);
  const shipmentOf = (shipmentId: string) => unsigned.find((shipment) => shipment.shipmentId === shipmentId);
  return (
    <FormDialog<SignForm>
      open={open}
      title={`签收 ${order.number}`}
      submitText="确认签收"
      width={720}
      testId="sign"
      onClose={onClose}
      initialValues={{ shipmentId: unsigned[0]?.shipmentId }}
      onSubmit={async ({ shipmentId, differences: typed }, commandId) => {
        const differences = differencesOf(shipmentOf(shipmentId), typed);
        await sign({ orderId: order.orderId, shipmentId, commandId, differences });
        message.success(`${order.number} 已签收`);
      }}
    >
      <Form.Item name="shipmentId" label="发货批次" hidden={unsigned.length === 1}>
        <Select
          options={unsigned.map((shipment) => ({
            value: shipment.shipmentId,
            label: `${whenText(shipment.shippedAt)} ${shipment.carrier} ${shipment.trackingNo}`,
          }))}
        />
      </Form.Item>
      <p className="tp-muted">没有差异直接确认即可；少了、坏了或拒收的请填数量，只有实收部分会成为应付款。</p>
      <Form.Item noStyle shouldUpdate={(before, after) => before.shipmentId !== after.shipmentId}>
        {({ getFieldValue }) => (
          <Table
            size="small"
            rowKey={(line) => String(line.shipmentLineNo)}
            dataSource={[...(shipmentOf(getFieldValue('shipmentId'))?.lines ?? [])]}
            pagination={false}
            scroll={{ y: 320 }}
            columns={[
              { title: '商品', dataIndex: 'skuName' },
              { title: '批号', dataIndex: 'lotNo', width: 130 },
              {
                title: '发出',
                width: 80,
                align: 'right',
                render: (_, line) => <span className="tp-figure">{countText(line.quantity)}</span>,
              },
              ...kinds.map(([kind, title]) => ({
                title,
                width: 92,
                render: (_: unknown, line: Shipment['lines'][number]) => (
                  <Form.Item name={['differences', String(line.shipmentLineNo), kind]} noStyle>
                    <InputNumber
                      min={0}
                      max={line.quantity}
                      precision={0}
                      placeholder="0"
                      style={{ width: 76 }}
                    />
                  </Form.Item>
                ),
              })),
            ]}
          />
        )}
      </Form.Item>
    </FormDialog>
  );
}
