import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BasketRow } from './basket';

/** A customer and goods to try promotions on. */
interface Sample {
  readonly buyerId: string | undefined;
  readonly rows: readonly BasketRow[];
}

const KEY = ['promotionSample'];
const nothing: Sample = { buyerId: undefined, rows: [{ key: 1, count: 10 }] };

/** The sample somebody tries promotions on, kept from one to the next until the session ends. */
export function useSample() {
  const client = useQueryClient();
  const [sample, setSample] = useState<Sample>(() => client.getQueryData<Sample>(KEY) ?? nothing);
  const change = (next: Sample) => {
    client.setQueryData(KEY, next);
    setSample(next);
  };
  return [sample, change] as const;
}
