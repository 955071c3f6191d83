import { View } from '@tarojs/components';
import { goOn, places } from '@/platform/ways';
import { Chips } from '@/ui/chips';
import './desk-chips.scss';

const desks = [
  { value: places.stock, label: '库存' },
  { value: places.receiving, label: '收货' },
  { value: places.counts, label: '盘点' },
  { value: places.transfers, label: '调拨' },
] as const;

/** The four desks of a stockroom, one step from each other. */
export const DeskChips = ({ at }: { at: (typeof desks)[number]['value'] }) => (
  <View className="desk-chips">
    <Chips
      name="desk"
      chips={desks}
      value={at}
      onChange={(address) => {
        if (address !== at) goOn(address);
      }}
    />
  </View>
);
