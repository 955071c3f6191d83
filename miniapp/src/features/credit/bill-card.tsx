import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Bill } from './queries';
import './bill-card.scss';

/** One open bill: what is still owed, and until when. */
export const BillCard = ({ bill, isSeller }: { bill: Bill; isSeller: boolean }) => (
  <View className="bill" id={`bill-${bill.billId}`} {...asLink(() => goTo(places.order(bill.orderId)))}>
    <View className="bill__row">
      <Text className="bill__number">{isSeller ? bill.buyerName : `订单 ${bill.orderNumber}`}</Text>
      {bill.overdueDays > 0 ? (
        <Tag tone="danger">{`逾期 ${bill.overdueDays} 天`}</Tag>
      ) : (
        <Tag tone="quiet">未到期</Tag>
      )}
    </View>
    <View className="bill__row">
      <Text className="bill__faint">
        {[isSeller ? `订单 ${bill.orderNumber}` : '', `${bill.dueOn} 到期`].filter(Boolean).join(' · ')}
      </Text>
      <Yuan fen={bill.amountFen - bill.paidFen} tone={bill.overdueDays > 0 ? 'danger' : 'ink'} />
    </View>
    {bill.paidFen > 0 ? (
      <View className="bill__row">
        <Text className="bill__faint">账单金额</Text>
        <View className="bill__faint">
          <Yuan fen={bill.amountFen} tone="quiet" />
          <Text> · 已付 </Text>
          <Yuan fen={bill.paidFen} tone="quiet" />
        </View>
      </View>
    ) : null}
  </View>
);
