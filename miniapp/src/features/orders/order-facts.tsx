import { Card, Fact } from '@/ui/card';
import { momentText } from '@/ui/dates';
import type { Order } from './queries';

const channelWords: Readonly<Record<string, string>> = {
  h5: '网页',
  weapp: '微信小程序',
  erp: '客户系统',
  api: '客户系统',
  admin: '总部后台',
};

/** Who ordered from whom, and where it goes. */
export const OrderFacts = ({ order }: { order: Order }) => (
  <Card title="订单信息">
    <Fact name="订单号">{order.number}</Fact>
    <Fact name="供货商">{order.sellerName}</Fact>
    <Fact name="客户">{order.buyerName}</Fact>
    <Fact name="收货人">{`${order.shipTo.receiver} ${order.shipTo.phone}`}</Fact>
    <Fact name="收货地址">{`${order.shipTo.regionName} ${order.shipTo.detail}`}</Fact>
    <Fact name="下单时间">{momentText(order.placedAt)}</Fact>
    <Fact name="下单渠道">{channelWords[order.channel] ?? order.channel}</Fact>
    {order.note ? <Fact name="备注">{order.note}</Fact> : null}
  </Card>
);
