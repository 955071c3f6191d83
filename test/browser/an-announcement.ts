import type { Client } from '@tongpan/bff';
import { newId } from './office';

export type AnnouncementInput = Parameters<Client['announcements']['put']>[0];

const hour = 3_600_000;

/** A new announcement to everybody, from an hour ago until tomorrow. */
export const anAnnouncement = (given: Partial<AnnouncementInput> = {}): AnnouncementInput => ({
  commandId: newId(),
  announcementId: newId(),
  expectedVersion: 0,
  title: '春节期间发货安排调整的通知，请各位客户提前备货',
  body: '各位客户：\n\n除夕至初六停发，初七恢复。\n请提前备货。',
  link: { kind: 'goods', id: 'QG1012' },
  audience: { parties: 'all', regions: [] },
  startsAt: new Date(Date.now() - hour).toISOString(),
  endsAt: new Date(Date.now() + 24 * hour).toISOString(),
  isPinned: false,
  ...given,
});
