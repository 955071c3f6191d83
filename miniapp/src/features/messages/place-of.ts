import { places } from '@/platform/ways';
import type { Message } from './queries';

/** Where in the shop the thing is that a message is about. */
export function placeOf({ subject, subjectId }: Pick<Message, 'subject' | 'subjectId'>): string {
  switch (subject) {
    case 'order':
      return places.order(subjectId);
    case 'afterSales':
      return places.afterSalesOne(subjectId);
    case 'flash':
      return places.flash;
    case 'promotion':
      return places.offer(subjectId);
    case 'refund':
      return places.payments;
    // Webhooks are looked after in the console; here the message is all there is.
    case 'webhook':
      return places.messages;
    case 'report':
      return places.reports;
  }
}
