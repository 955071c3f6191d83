import { Text, View } from '@tarojs/components';
import { fullAddress } from '@/platform/print';
import { places } from '@/platform/ways';
import { dayAndTime } from '@/ui/dates';
import { ScanCode } from '@/ui/scan-code';
import { Paper, PaperFacts, PaperSigns, PaperTable, PaperTools, type PaperColumn } from './paper';
import type { Order, Shipment } from './queries';

type Row = Shipment['lines'][number];

const received = ({ accepted, short, damaged, refused }: Row) =>
  accepted === null ? '' : [String(accepted), short + damaged + refused > 0 ? '有差异' : ''].join(' ').trim();

const columnsOf = (specOf: (lineNo: number) => string): readonly PaperColumn<Row>[] => [
  { title: '序', cell: (_, at) => String(at + 1), look: 'number', isAside: true },
  { title: '商品', cell: ({ skuName, lineNo }) => `${skuName} ${specOf(lineNo)}`, look: 'wide' },
  { title: '批次', cell: ({ lotNo }) => lotNo },
  { title: '生产日期', cell: ({ producedOn }) => producedOn, isAside: true },
  { title: '有效期至', cell: ({ expiresOn }) => expiresOn },
  { title: '发货', cell: ({ mixedUnits }) => mixedUnits, look: 'number' },
  {
    title: '最小单位',
    cell: ({ quantity }) => quantity.toLocaleString('zh-CN'),
    look: 'number',
    isAside: true,
  },
  { title: '实收', cell: received, look: 'blank', isAside: true },
];

/** 配送单 of one shipment: what comes in which lots, a code that opens its sign-off, and where people sign. */
export function DeliveryNote({ order, shipment }: { order: Order; shipment: Shipment }) {
  const at = order.shipments.findIndex(({ shipmentId }) => shipmentId === shipment.shipmentId) + 1;
  const specOf = (lineNo: number) => order.lines.find((line) => line.lineNo === lineNo)?.spec ?? '';
  return (
    <>
      <PaperTools hint="随货同行，收货人扫码登录后即可签收" />
      <View className="paper-page">
        <Paper
          id="delivery-note"
          title="配送单"
          number={`${order.number}-${at}`}
          corner={
            shipment.signedAt === null ? (
              <View className="paper__code">
                <ScanCode
                  text={fullAddress(places.signOff(order.orderId, shipment.shipmentId))}
                  label="扫码签收"
                />
                <Text className="paper__code-words">扫码签收</Text>
              </View>
            ) : null
          }
        >
          <PaperFacts
            facts={[
              ['发货方', order.sellerName],
              ['收货方', order.buyerName],
              ['收货人', `${order.shipTo.receiver} ${order.shipTo.phone}`],
              ['收货地址', `${order.shipTo.regionName} ${order.shipTo.detail}`],
              ['发货时间', dayAndTime(shipment.shippedAt)],
              ['承运', [shipment.carrier || '供货商配送', shipment.trackingNo].filter(Boolean).join(' ')],
              ...(order.note ? [['备注', order.note] as const] : []),
              ...(shipment.signedAt
                ? [
                    [
                      '签收',
                      `${dayAndTime(shipment.signedAt)} ${shipment.signature?.signedBy ?? ''}`,
                    ] as const,
                  ]
                : []),
            ]}
          />
          <PaperTable
            columns={columnsOf(specOf)}
            rows={shipment.lines}
            keyOf={({ shipmentLineNo }) => String(shipmentLineNo)}
          />
          <Text className="paper__total">{`共 ${shipment.lines.length} 行。请当面清点数量、批次与效期，有差异的在“实收”栏注明并扫码登记。`}</Text>
          <PaperSigns names={['发货', '送货', '收货', '日期']} />
        </Paper>
      </View>
    </>
  );
}
