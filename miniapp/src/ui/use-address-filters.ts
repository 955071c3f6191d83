import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { placeNow, readAddress, writeAddress } from '@/platform/address';

/** Browsers refuse an address that is written at every key. */
const writePauseMs = 300;

/**
 * What a list is narrowed to, by name. In a browser the address carries what differs from `first`, so that a reload, the
 * way back and a link sent on show the same list; a mini-program begins with what the page was opened with.
 */
export function useAddressFilters<Name extends string>(first: Readonly<Record<Name, string>>) {
  const [begun] = useState(() => ({ first: Object.entries<string>(first), place: placeNow() }));
  const [filters, setFilters] = useState<Readonly<Record<Name, string>>>(() => ({
    ...first,
    ...readKnown(first),
  }));
  const write = useCallback(() => {
    const now: Readonly<Record<string, string>> = filters;
    writeAddress(
      begun.place,
      Object.fromEntries(
        begun.first.map(([name, value]) => [name, now[name] === value ? undefined : now[name]]),
      ),
    );
  }, [begun, filters]);
  useEffect(() => {
    const timer = setTimeout(write, writePauseMs);
    return () => clearTimeout(timer);
  }, [write]);
  // A tab that is come back to has its bare address again.
  useDidShow(write);
  const change = useCallback(
    (some: Partial<Readonly<Record<Name, string>>>) => setFilters((known) => ({ ...known, ...some })),
    [],
  );
  return [filters, change] as const;
}

/** Of what the address carries, the words that are meant here. */
const readKnown = (first: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(readAddress()).filter(([name]) => name in first));
