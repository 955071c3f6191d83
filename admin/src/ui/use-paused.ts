import { useEffect, useState } from 'react';

/** A value as it stands once it has not changed for a while, in milliseconds; equal is what writes equal. */
export function usePaused<Value>(value: Value, waitMs: number): Value {
  const [paused, setPaused] = useState(value);
  const written = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(written ?? 'null') as Value), waitMs);
    return () => clearTimeout(timer);
  }, [written, waitMs]);
  return paused;
}
