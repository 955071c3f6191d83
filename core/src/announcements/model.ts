import type { PartyKind } from '../platform/caller';
import type { Instant } from '../platform/clock';

/** Where a tap on an announcement leads: never to an address, only to a page of the shop. */
export type AnnouncementLink =
  | { readonly kind: 'goods'; readonly id: string }
  | { readonly kind: 'promotion'; readonly id: string }
  | { readonly kind: 'offers' };

/** Whom an announcement is for, among those its publisher reaches. */
export interface AnnouncementAudience {
  /** Chains are told what stores are. */
  readonly parties: 'all' | 'stores' | 'distributors';
  /** Codes of divisions, `33` or `330106`; none means everywhere. */
  readonly regions: readonly string[];
}

export type AnnouncementState = 'draft' | 'published' | 'stopped';

/** 公告: what a seller tells its channel on the home page of the shop. */
export interface Announcement {
  readonly id: string;
  /** Counts up with every change; who has closed an earlier one sees it again. */
  readonly version: number;
  readonly publisherId: string;
  /** HQ reaches the whole channel, a distributor its own stores. */
  readonly isFromHeadquarters: boolean;
  readonly state: AnnouncementState;
  readonly title: string;
  /** Plain text; line breaks are kept. */
  readonly body: string;
  readonly link: AnnouncementLink | null;
  readonly audience: AnnouncementAudience;
  readonly startsAt: Instant;
  /** Not shown from here on. */
  readonly endsAt: Instant;
  readonly isPinned: boolean;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** An announcement as it once stood. */
export interface AnnouncementVersion {
  readonly announcementId: string;
  readonly version: number;
  readonly definition: Announcement;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** 草稿, 待发, 展示中, 已结束. */
export type AnnouncementStanding = 'draft' | 'waiting' | 'shown' | 'over';

/** Who looks at announcements. */
export interface Reader {
  readonly partyKind: PartyKind;
  readonly regionCode: string;
  /** Who supplies the reader. */
  readonly sellerIds: readonly string[];
}
