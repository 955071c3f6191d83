/** As much of an announcement as remembering it takes. */
export interface Told {
  readonly announcementId: string;
  readonly version: number;
}

type Versions = Readonly<Record<string, number>>;

/** What somebody has done with announcements on this device: which version of each was closed, and which was read. */
export interface Seen {
  readonly closed: Versions;
  readonly read: Versions;
}

export const nothingSeen: Seen = { closed: {}, read: {} };

/** Whether the version there is now has not been read here. */
export const isUnread = ({ announcementId, version }: Told, { read }: Seen): boolean =>
  read[announcementId] !== version;

/** The first that was not closed as it is now; undefined: none. */
export const forStrip = <Item extends Told>(items: readonly Item[], { closed }: Seen): Item | undefined =>
  items.find(({ announcementId, version }) => closed[announcementId] !== version);

/** As many as a device remembers; the oldest give way, for a publisher has fewer than that at once. */
const remembered = 200;

/** What is remembered once an announcement was closed, or read. */
export function seenAfter(seen: Seen, what: keyof Seen, { announcementId, version }: Told): Seen {
  const others = Object.entries(seen[what]).filter(([id]) => id !== announcementId);
  const kept = [...others, [announcementId, version] as const].slice(-remembered);
  return { ...seen, [what]: Object.fromEntries(kept) };
}
