import type { Consumer, DomainEvent, Platform } from '../../platform';
import { moneyOfOrders } from '../../credit';
import { lockForSystem } from '../locked-order-service';
import { giveBackSurplus } from './surplus-service';

const reasons: Readonly<Record<string, string>> = {
  'order.cancelled': '订单取消',
  'order.rejected': '订单未通过审核',
  'order.edited': '订单修改',
  'order.shortClosed': '缺货关闭',
  'order.signed': '签收差异',
  'order.approved': '缺货取消',
};

/** What an order no longer needs goes back by itself, whatever made it less. */
export function surplusConsumer(platform: Pick<Platform, 'newId' | 'jobs'>): Consumer {
  return {
    name: 'payments.surplus',
    events: Object.keys(reasons),
    async handle(tx, event: DomainEvent) {
      const { orderId } = event.payload as { orderId: string };
      // Hardly any order comes with money; the others are not locked for it.
      const money = (await moneyOfOrders(tx, [orderId])).get(orderId) ?? [];
      if (money.every(({ openFen }) => openFen === 0)) return;
      const locked = await lockForSystem(tx, orderId);
      await giveBackSurplus(tx, platform, locked, reasons[event.name] ?? '', event.at);
    },
  };
}
