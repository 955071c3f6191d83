import { Text, View } from '@tarojs/components';
import { asChoice } from '@/ui/control';
import { Yuan } from '@/ui/yuan';
import type { Bill } from './queries';
import './ledger.scss';

export const unpaidFen = ({ amountFen, paidFen }: Bill) => amountFen - paidFen;

export interface BillPickerProps {
  bills: readonly Bill[];
  /** Empty: none is named. */
  billId: string;
  /** What naming none means; without it one has to be named. */
  noneLabel?: string;
  onPick: (bill: Bill | undefined) => void;
}

/** Which open bill money is for. */
export const BillPicker = ({ bills, billId, noneLabel, onPick }: BillPickerProps) => (
  <View className="field">
    <Text className="field__label">核销账单</Text>
    <View className="pick-list">
      {noneLabel ? (
        <View
          id="pick-bill-none"
          className={billId === '' ? 'pick pick--on' : 'pick'}
          {...asChoice(() => onPick(undefined), billId === '')}
        >
          <Text>{noneLabel}</Text>
        </View>
      ) : null}
      {bills.map((bill) => (
        <View
          key={bill.billId}
          id={`pick-bill-${bill.billId}`}
          className={bill.billId === billId ? 'pick pick--on' : 'pick'}
          {...asChoice(() => onPick(bill), bill.billId === billId)}
        >
          <View className="pick__words">
            <Text>{`订单 ${bill.orderNumber}`}</Text>
            <Text className="pick__faint">
              {bill.overdueDays > 0
                ? `${bill.dueOn} 到期 · 逾期 ${bill.overdueDays} 天`
                : `${bill.dueOn} 到期`}
            </Text>
          </View>
          <Yuan fen={unpaidFen(bill)} tone={bill.overdueDays > 0 ? 'danger' : 'ink'} />
        </View>
      ))}
    </View>
  </View>
);
