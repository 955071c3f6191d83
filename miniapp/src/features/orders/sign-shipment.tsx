import { Input, Text, View } from '@tarojs/components';
import { useKept } from '@/platform/use-kept';
import { usePhotos } from '@/platform/use-photos';
import { Confirm } from '@/ui/confirm';
import { PhotoPicker } from '@/ui/photo-picker';
import { say } from '@/ui/toast';
import { differencesOf, noDifference, type TypedDifference } from './counts';
import { useSignShipment, type Shipment } from './queries';
import '../../ui/count-rows.scss';

const photosMost = 9;

const kinds = [
  { kind: 'short', label: '少货' },
  { kind: 'damaged', label: '破损' },
  { kind: 'refused', label: '拒收' },
] as const;

export interface SignShipmentProps {
  orderId: string;
  shipment: Shipment;
  onClose: () => void;
}

/** Signs for a shipment; what is not named as a difference is accepted and becomes debt. */
export function SignShipment({ orderId, shipment, onClose }: SignShipmentProps) {
  const [typed, setTyped, drop] = useKept<Readonly<Record<number, TypedDifference>>>(
    `sign:${shipment.shipmentId}`,
    {},
  );
  const photos = usePhotos('signOff', photosMost);
  const sign = useSignShipment(orderId, shipment.shipmentId);
  const { differences, overLineNos } = differencesOf(shipment.lines, typed);
  const confirm = () =>
    sign.mutate(
      { differences, photos: differences.length > 0 ? [...photos.photoIds] : [] },
      {
        onSuccess: () => {
          drop();
          say('已签收');
          onClose();
        },
      },
    );
  return (
    <Confirm
      title="签收"
      open
      text="货物完好可直接签收；有差异请按最小单位填写，只有实收的部分计入应付。"
      confirmLabel={differences.length > 0 ? '按差异签收' : '全部完好，签收'}
      pending={sign.isPending}
      disabled={overLineNos.length > 0 || (differences.length > 0 && photos.isUnsettled)}
      error={sign.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {shipment.lines.map((line) => {
        const difference = typed[line.shipmentLineNo] ?? noDifference;
        const isOver = overLineNos.includes(line.shipmentLineNo);
        return (
          <View key={line.shipmentLineNo} className="count-row count-row--column">
            <View className="count-row__words">
              <Text className="count-row__name">{line.skuName}</Text>
              <Text className={isOver ? 'count-row__wrong' : 'count-row__hint'}>
                {isOver
                  ? `差异合计不能超过 ${line.quantity}`
                  : `发货 ${line.quantity}（${line.mixedUnits}） · 批次 ${line.lotNo} · 有效期至 ${line.expiresOn}`}
              </Text>
            </View>
            <View className="count-row__inputs">
              {kinds.map(({ kind, label }) => (
                <View key={kind} className="count-row__labelled">
                  <Text>{label}</Text>
                  <Input
                    id={`sign-${kind}-${line.shipmentLineNo}`}
                    className="count-row__input"
                    type="number"
                    placeholder="0"
                    value={difference[kind]}
                    onInput={(event) =>
                      setTyped({
                        ...typed,
                        [line.shipmentLineNo]: { ...difference, [kind]: String(event.detail.value) },
                      })
                    }
                  />
                </View>
              ))}
            </View>
          </View>
        );
      })}
      {differences.length > 0 ? (
        <PhotoPicker
          id="sign-photos"
          label="差异照片（选填）"
          hint="拍清外箱、破损处和批号，供货商认可更快"
          most={photosMost}
          photos={photos}
        />
      ) : null}
    </Confirm>
  );
}
