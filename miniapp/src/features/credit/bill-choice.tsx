import { View } from '@tarojs/components';
import { CheckRow } from '@/ui/check-row';
import { BillCard } from './bill-card';
import type { Bill } from './queries';
import './bill-choice.scss';

/** One open bill with a box to tick: it is to be paid with the others that are ticked. */
export const BillChoice = ({ bill, isOn, onToggle }: { bill: Bill; isOn: boolean; onToggle: () => void }) => (
  <View className="bill-choice">
    <CheckRow id={`choose-bill-${bill.billId}`} isOn={isOn} onToggle={onToggle} />
    <View className="bill-choice__bill">
      <BillCard bill={bill} isSeller={false} />
    </View>
  </View>
);
