import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentText } from '@/ui/dates';
import { Tag } from '@/ui/tag';
import type { Incoming } from './incoming';
import './shipments.scss';

export interface IncomingCardProps {
  incoming: Incoming;
  onOpen: () => void;
  onSign: () => void;
}

/** A shipment on its way to me, line by line, to be signed for when it is there. */
export function IncomingCard({ incoming: { order, shipment }, onOpen, onSign }: IncomingCardProps) {
  return (
    <Card title={order.number} extra={<Tag tone="brand">在途</Tag>}>
      <Text className="shipment__way">
        {[
          order.sellerName,
          shipment.carrier || '供货商配送',
          shipment.trackingNo,
          `${momentText(shipment.shippedAt)} 发出`,
        ]
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
        </View>
      ))}
      <View className="shipment__buttons">
        <Button id={`incoming-order-${shipment.shipmentId}`} label="看订单" size="small" onPress={onOpen} />
        {order.actions.includes('sign') ? (
          <Button
            id={`incoming-sign-${shipment.shipmentId}`}
            label="清点收货"
            look="main"
            size="small"
            onPress={onSign}
          />
        ) : null}
      </View>
    </Card>
  );
}
