import { places } from '@/platform/ways';
import type { AnnouncementLink } from './queries';

/** Where the link of an announcement leads, and what the way there is called. */
export function linkOf(link: AnnouncementLink) {
  switch (link.kind) {
    case 'goods':
      return { label: '去看商品', address: places.goods(link.id) };
    case 'promotion':
      return { label: '去看活动', address: places.offer(link.id) };
    case 'offers':
      return { label: '去看优惠', address: places.offers };
  }
}
