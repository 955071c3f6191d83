import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { asButton, asChoice } from '@/ui/control';
import { Icon } from '@/ui/icon';
import { Sheet } from '@/ui/sheet';
import { Tag } from '@/ui/tag';
import type { Address } from './queries';
import './address-picker.scss';

export interface AddressPickerProps {
  addresses: readonly Address[];
  chosen: Address | undefined;
  onChoose: (addressId: string) => void;
  /** Goes before the element ids: pages that stay mounted may show two of these. */
  name?: string;
}

/** Where the goods go: the chosen address, and a sheet to choose another. */
export function AddressPicker({ addresses, chosen, onChoose, name = '' }: AddressPickerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <View className="address-picker" id={`${name}ship-to`} {...asButton(() => setOpen(true))}>
        <Icon name="pin" />
        <View className="address-picker__words">
          {chosen ? (
            <AddressWords address={chosen} />
          ) : (
            <Text className="address-picker__none">
              {addresses.length > 0 ? '请选择收货地址' : '还没有收货地址，请联系供货商添加'}
            </Text>
          )}
        </View>
        <Icon name="next" />
      </View>
      <Sheet title="选择收货地址" open={isOpen} onClose={() => setOpen(false)}>
        {addresses.map((address) => (
          <View
            key={address.addressId}
            id={`${name}address-${address.addressId}`}
            className="address-picker address-picker--option"
            {...asChoice(() => {
              onChoose(address.addressId);
              setOpen(false);
            }, address.addressId === chosen?.addressId)}
          >
            <View className="address-picker__words">
              <AddressWords address={address} />
            </View>
            {address.addressId === chosen?.addressId ? <Icon name="check" /> : null}
          </View>
        ))}
      </Sheet>
    </>
  );
}

const AddressWords = ({ address }: { address: Address }) => (
  <>
    <View className="address-picker__who">
      <Text className="address-picker__receiver">{address.receiver}</Text>
      <Text className="address-picker__phone">{address.phone}</Text>
      {address.isDefault ? <Tag tone="brand">默认</Tag> : null}
    </View>
    <Text className="address-picker__detail">{`${address.regionName} ${address.detail}`}</Text>
  </>
);
