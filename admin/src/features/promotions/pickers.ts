import { createContext, useContext, type ComponentType } from 'react';
import type { FieldProps } from '../../ui/found-select';

type One = ComponentType<FieldProps<string | undefined>>;
type Many = ComponentType<FieldProps<string[]>>;

/** What a promotion speaks of and other features know: goods, customers, regions. */
export interface Pickers {
  readonly Sku: One;
  readonly Skus: Many;
  readonly Party: One;
  readonly Parties: Many;
  readonly Regions: Many;
  readonly Groups: Many;
  readonly Categories: Many;
  readonly Brands: Many;
}

export const PickersContext = createContext<Pickers | null>(null);

/** The pickers that the page hands in. */
export function usePickers() {
  const pickers = useContext(PickersContext);
  if (!pickers) throw new Error('usePickers outside a page of promotions');
  return pickers;
}
