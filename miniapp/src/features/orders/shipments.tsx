import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentText } from '@/ui/dates';
import { PhotoRow } from '@/ui/photo-row';
import { Tag } from '@/ui/tag';
import type { Order, Shipment } from './queries';
import './shipments.scss';

type ShipmentLine = Shipment['lines'][number];

function differenceOf({ short, damaged, refused }: ShipmentLine) {
  const parts = [
    short > 0 ? `少货 ${short}` : '',
    damaged > 0 ? `破损 ${damaged}` : '',
    refused > 0 ? `拒收 ${refused}` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

export interface ShipmentsProps {
  order: Order;
  onSign: (shipment: Shipment) => void;
  /** Given where its delivery note can be printed. */
  onPrint?: ((shipment: Shipment) => void) | undefined;
}

/** What has left the warehouse, lot by lot, and how it arrived. */
export function Shipments({ order, onSign, onPrint }: ShipmentsProps) {
  const maySign = order.actions.includes('sign');
  return (
    <>
      {order.shipments.map((shipment, at) => (
        <Card
          key={shipment.shipmentId}
          title={`发货单 ${at + 1}`}
          extra={shipment.signedAt ? <Tag tone="success">已签收</Tag> : <Tag tone="brand">在途</Tag>}
        >
          <Text className="shipment__way">
            {[shipment.carrier || '供货商配送', shipment.trackingNo, `${momentText(shipment.shippedAt)} 发出`]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {shipment.lines.map((line) => (
            <View key={line.shipmentLineNo} className="shipment__line">
              <View className="shipment__row">
                <Text className="shipment__name">{line.skuName}</Text>
                <Text>{line.mixedUnits}</Text>
              </View>
              <Text className="shipment__lot">
                {`批次 ${line.lotNo} · 生产 ${line.producedOn} · 有效期至 ${line.expiresOn}`}
              </Text>
              {line.accepted === null ? null : (
                <Text className={differenceOf(line) ? 'shipment__difference' : 'shipment__lot'}>
                  {[`签收 ${line.accepted}`, differenceOf(line)].filter(Boolean).join(' · ')}
                </Text>
              )}
            </View>
          ))}
          {shipment.photos.length > 0 ? <PhotoRow photos={shipment.photos} /> : null}
          {shipment.signedAt ? (
            <Text className="shipment__way">{`${momentText(shipment.signedAt)} 签收`}</Text>
          ) : null}
          <View className="shipment__buttons">
            {shipment.signedAt === null && maySign ? (
              <Button
                id={`sign-${shipment.shipmentId}`}
                label="签收这一单"
                size="small"
                onPress={() => onSign(shipment)}
              />
            ) : null}
            {onPrint ? (
              <Button
                id={`print-${shipment.shipmentId}`}
                label="打印配送单"
                size="small"
                onPress={() => onPrint(shipment)}
              />
            ) : null}
          </View>
        </Card>
      ))}
    </>
  );
}
