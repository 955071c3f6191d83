import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { keep, readKept } from '@/platform/storage';
import { useSuppliers, type Supplier } from './queries';

const keyOf = (userId: string) => `supplier:${userId}`;

/** Remembers which supplier this user orders from. */
export const chooseSupplier = (userId: string, supplierId: string) => keep(keyOf(userId), supplierId);

/** The supplier this user orders from now: the one chosen last, else the first. */
export function useChosenSupplier(userId: string) {
  const suppliers = useSuppliers();
  const [chosenId, setChosenId] = useState(() => readKept<string>(keyOf(userId)));
  useDidShow(() => setChosenId(readKept<string>(keyOf(userId))));
  const items: readonly Supplier[] = suppliers.data?.items ?? [];
  const supplier = items.find(({ partyId }) => partyId === chosenId) ?? items[0];
  const choose = (supplierId: string) => {
    chooseSupplier(userId, supplierId);
    setChosenId(supplierId);
  };
  return { suppliers, items, supplier, choose };
}
