import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { CheckRow } from '@/ui/check-row';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { say } from '@/ui/toast';
import type { OrderSheetProps } from './cancel-order';
import { wholeCount } from './counts';
import { useShipOrder, type Order } from './queries';
import '../../ui/count-rows.scss';

export interface ShipOrderProps extends Omit<OrderSheetProps, 'orderId'> {
  order: Order;
}

/** Ships everything promised, or the quantities typed in, with carrier and tracking number. */
export function ShipOrder({ order, open, onClose }: ShipOrderProps) {
  const [isWhole, setWhole] = useState(true);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [carrier, setCarrier] = useState('');
  const [trackingNo, setTrackingNo] = useState('');
  const ship = useShipOrder(order.orderId);
  const promised = order.lines.filter(({ reserved }) => reserved > 0);
  const rows = promised.map((line) => ({
    line,
    quantity: wholeCount(typed[line.lineNo] ?? String(line.reserved)),
  }));
  const isOver = rows.some(({ line, quantity }) => quantity > line.reserved);
  const lines = rows
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity }) => ({ lineNo: line.lineNo, quantity }));
  const confirm = () =>
    ship.mutate(
      { lines: isWhole ? undefined : lines, carrier: carrier.trim(), trackingNo: trackingNo.trim() },
      {
        onSuccess: () => {
          say('已发货');
          setTyped({});
          setWhole(true);
          onClose();
        },
      },
    );
  return (
    <Confirm
      title="发货"
      open={open}
      confirmLabel="确认发货"
      pending={ship.isPending}
      disabled={!isWhole && (isOver || lines.length === 0)}
      error={ship.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <CheckRow id="ship-whole" isOn={isWhole} onToggle={() => setWhole(!isWhole)}>
        <Text>全部发出（取消勾选可分批发货）</Text>
      </CheckRow>
      {isWhole
        ? null
        : rows.map(({ line, quantity }) => (
            <View key={line.lineNo} className="count-row">
              <View className="count-row__words">
                <Text className="count-row__name">{line.skuName}</Text>
                <Text className={quantity > line.reserved ? 'count-row__wrong' : 'count-row__hint'}>
                  {quantity > line.reserved
                    ? `最多可发 ${line.reserved}`
                    : `可发 ${line.reserved}（最小单位）`}
                </Text>
              </View>
              <Input
                id={`ship-line-${line.lineNo}`}
                className="count-row__input"
                type="number"
                value={typed[line.lineNo] ?? String(line.reserved)}
                onInput={(event) => setTyped({ ...typed, [line.lineNo]: String(event.detail.value) })}
              />
            </View>
          ))}
      <Field
        id="ship-carrier"
        label="承运方"
        value={carrier}
        lengthMax={40}
        placeholder="如 自有车队、德邦，选填"
        onChange={setCarrier}
      />
      <Field
        id="ship-tracking"
        label="运单号"
        value={trackingNo}
        lengthMax={60}
        placeholder="选填"
        onChange={setTrackingNo}
      />
    </Confirm>
  );
}
