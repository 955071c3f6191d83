import type { Client } from '@tongpan/bff';
import { dayMs } from '@tongpan/core';
import type { Shop } from './open-shop';

export type AnnouncementInput = Parameters<Client['announcements']['put']>[0];

/** A new announcement to stores everywhere, from now on for a week. */
export function anAnnouncementOf(shop: Shop, given: Partial<AnnouncementInput> = {}): AnnouncementInput {
  const now = shop.core.clock.now();
  return {
    commandId: shop.newId(),
    announcementId: shop.newId(),
    expectedVersion: 0,
    title: '春节发货安排',
    body: '除夕至初六停发。\n初七恢复。',
    link: null,
    audience: { parties: 'stores', regions: [] },
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + 7 * dayMs).toISOString(),
    isPinned: false,
    ...given,
  };
}
