import { Table, Tag, type TableProps } from 'antd';
import { countText } from '../../ui/format';
import { PhotoWall } from '../../ui/photo-wall';
import { When } from '../../ui/when';
import type { Shipment } from './model';

type ShipmentLine = Shipment['lines'][number];

const figure = (title: string, count: (line: ShipmentLine) => number | null, tone = '') => ({
  title,
  width: 60,
  align: 'right' as const,
  render: (_: unknown, line: ShipmentLine) => {
    const value = count(line);
    return (
      <span className={`tp-figure ${value ? tone : 'tp-faint'}`}>
        {value === null ? '—' : countText(value)}
      </span>
    );
  },
});

const columns: TableProps<ShipmentLine>['columns'] = [
  { title: '商品', dataIndex: 'skuName' },
  { title: '批号', dataIndex: 'lotNo', width: 116, className: 'tp-figure' },
  { title: '生产日期', dataIndex: 'producedOn', width: 94, className: 'tp-figure' },
  { title: '到期日', dataIndex: 'expiresOn', width: 94, className: 'tp-figure' },
  {
    title: '发出',
    width: 108,
    align: 'right',
    render: (_, line) => (
      <>
        <span className="tp-figure tp-strong">{countText(line.quantity)}</span>{' '}
        <span className="tp-muted tp-small">{line.mixedUnits}</span>
      </>
    ),
  },
  figure('签收', (line) => line.accepted, 'tp-success'),
  figure('短少', (line) => line.short, 'tp-danger'),
  figure('破损', (line) => line.damaged, 'tp-danger'),
  figure('拒收', (line) => line.refused, 'tp-danger'),
];

/** The shipments of an order, lot by lot, with what was signed for. */
export const OrderShipments = ({ shipments }: { shipments: readonly Shipment[] }) => (
  <>
    {shipments.map((shipment, index) => (
      <div key={shipment.shipmentId} className="shipment">
        <div className="shipment-head">
          <b>第 {index + 1} 批</b>
          <span>
            发货 <When at={shipment.shippedAt} />
          </span>
          <span>
            {shipment.carrier || '未填承运商'}
            {shipment.trackingNo && ` · ${shipment.trackingNo}`}
          </span>
          {shipment.signedAt ? (
            <Tag color="green">
              已签收 <When at={shipment.signedAt} />
            </Tag>
          ) : (
            <Tag color="geekblue">待签收</Tag>
          )}
        </div>
        <Table<ShipmentLine>
          size="small"
          rowKey={(line) => String(line.shipmentLineNo)}
          columns={columns}
          dataSource={[...shipment.lines]}
          pagination={false}
          scroll={{ x: 760 }}
        />
        {shipment.photos.length > 0 && (
          <div className="shipment-photos">
            <span className="tp-muted tp-small">差异照片</span>
            <PhotoWall photos={shipment.photos} />
          </div>
        )}
      </div>
    ))}
  </>
);
