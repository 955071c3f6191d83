import type { Announcement } from './model';

/** An announcement as it stands in a form. */
export interface AnnouncementValues {
  readonly title: string;
  readonly body: string;
  readonly linkKind?: 'goods' | 'promotion' | 'offers';
  readonly skuId?: string;
  readonly promotionId?: string;
  readonly parties: Announcement['audience']['parties'];
  readonly regions: readonly string[];
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly isPinned: boolean;
}

const shownDays = 7;
const dayMilliseconds = 86_400_000;

/** The start of a new one: from now on for a week. */
export const newAnnouncement = (nowMs: number): AnnouncementValues => ({
  title: '',
  body: '',
  parties: 'stores',
  regions: [],
  startsAt: new Date(nowMs).toISOString(),
  endsAt: new Date(nowMs + shownDays * dayMilliseconds).toISOString(),
  isPinned: false,
});

export const valuesOf = ({ link, audience, ...rest }: Announcement): AnnouncementValues => ({
  title: rest.title,
  body: rest.body,
  ...(link ? { linkKind: link.kind } : {}),
  ...(link?.kind === 'goods' ? { skuId: link.id } : {}),
  ...(link?.kind === 'promotion' ? { promotionId: link.id } : {}),
  parties: audience.parties,
  regions: audience.regions,
  startsAt: rest.startsAt,
  endsAt: rest.endsAt,
  isPinned: rest.isPinned,
});

/** What a form holds, as it is sent; of a link only what its kind asks for. */
export const draftOf = (values: AnnouncementValues) => ({
  title: values.title.trim(),
  body: values.body.trim(),
  link: linkOf(values),
  audience: { parties: values.parties, regions: [...values.regions] },
  startsAt: values.startsAt ?? '',
  endsAt: values.endsAt ?? '',
  isPinned: values.isPinned,
});

function linkOf({ linkKind, skuId = '', promotionId = '' }: AnnouncementValues): Announcement['link'] {
  if (linkKind === undefined) return null;
  if (linkKind === 'goods') return { kind: 'goods', id: skuId };
  return linkKind === 'promotion' ? { kind: 'promotion', id: promotionId } : { kind: 'offers' };
}
