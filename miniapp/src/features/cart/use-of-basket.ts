import { useState } from 'react';

/** State that speaks of one basket alone: a choice for one says nothing of another. */
export function useOfBasket<Value>(basketKey: string, initial: Value) {
  const [kept, setKept] = useState({ basketKey, value: initial });
  const value = kept.basketKey === basketKey ? kept.value : initial;
  return [value, (next: Value) => setKept({ basketKey, value: next })] as const;
}
