import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import './coupon-ticket.scss';

export interface CouponTicketProps {
  id: string;
  label: string;
  name: string;
  /** Its time, or what became of it. */
  time: string;
  /** It cannot be used any more. */
  isOff?: boolean;
  /** What can be done with it. */
  action?: ReactNode;
  /** A word about it below, over the whole width. */
  foot?: ReactNode;
}

/** A coupon as a ticket with a stub: what it is worth at the left, what it is called at the right. */
export const CouponTicket = (props: CouponTicketProps) => (
  <View className={props.isOff ? 'ticket ticket--off' : 'ticket'} id={props.id}>
    <View className="ticket__row">
      <View className="ticket__stub">
        <Text className="ticket__label">{props.label}</Text>
      </View>
      <View className="ticket__body">
        <View className="ticket__words">
          <Text className="ticket__name">{props.name}</Text>
          <Text className="ticket__time">{props.time}</Text>
        </View>
        {props.action}
      </View>
    </View>
    {props.foot}
  </View>
);
