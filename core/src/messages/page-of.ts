import type { Subject } from './model';

/** The page of the shop where a message's subject is, without a leading slash as WeChat wants it. */
export function pageOf({ subject, subjectId }: Subject): string {
  const id = encodeURIComponent(subjectId);
  switch (subject) {
    case 'order':
      return `pages/order/index?orderId=${id}`;
    case 'afterSales':
      return `pages/after-sales/one/index?afterSalesId=${id}`;
    case 'flash':
      return 'pages/deals/flash/index';
    case 'promotion':
      return `pages/deals/offer/index?promotionId=${id}`;
    case 'refund':
      return 'pages/pay/list/index';
    // Webhooks are looked after in the console; the shop has the message itself.
    case 'webhook':
      return 'pages/account/messages/index';
    case 'report':
      return 'pages/desk/reports/index';
  }
}
