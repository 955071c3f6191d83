import { useState } from 'react';
import { forget, keep, readKept } from './storage';

/**
 * What somebody is typing, kept on this device under a key until it is dropped: a page that is closed or a phone that
 * falls asleep loses nothing of it.
 */
export function useKept<Value extends object>(key: string, nothing: Value) {
  const [value, setValue] = useState(() => readKept<Value>(key) ?? nothing);
  const change = (next: Value | ((present: Value) => Value)) =>
    setValue((present) => {
      const changed = typeof next === 'function' ? next(present) : next;
      keep(key, changed);
      return changed;
    });
  const drop = () => {
    forget(key);
    setValue(nothing);
  };
  return [value, change, drop] as const;
}
