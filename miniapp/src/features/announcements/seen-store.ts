import { useCallback, useSyncExternalStore } from 'react';
import { watchKept } from '@/platform/kept-elsewhere';
import { keep, readKept } from '@/platform/storage';
import { nothingSeen, seenAfter, type Seen, type Told } from './seen';

const memories = new Map<string, Seen>();
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

function seenBy(key: string): Seen {
  const known = memories.get(key);
  if (known) return known;
  const seen = readKept<Seen>(key) ?? nothingSeen;
  memories.set(key, seen);
  return seen;
}

// Another window of the same browser has read or closed one.
watchKept((key) => {
  if (memories.delete(key)) tell();
});

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What a user has closed and read on this device, and the way to say more of it. */
export function useSeen(userId: string) {
  const key = `announcements:${userId}`;
  const read = useCallback(() => seenBy(key), [key]);
  const seen = useSyncExternalStore(subscribe, read, read);
  const note = useCallback(
    (what: keyof Seen, told: Told) => {
      const after = seenAfter(seenBy(key), what, told);
      memories.set(key, after);
      keep(key, after);
      tell();
    },
    [key],
  );
  return { seen, note };
}
