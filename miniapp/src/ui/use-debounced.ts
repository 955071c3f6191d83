import { useEffect, useState } from 'react';

/** The value once it has stood still for `pauseMs`. */
export function useDebounced<Value>(value: Value, pauseMs: number) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
