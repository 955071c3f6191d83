import type { ComponentType } from 'react';
import type { FieldProps } from '../../ui/found-select';

/** Fields of other rooms that rules speak of. */
export interface DeliveryPickers {
  readonly Party: ComponentType<FieldProps<string | undefined>>;
  readonly Regions: ComponentType<FieldProps<string[]>>;
  readonly Sku: ComponentType<FieldProps<string | undefined>>;
}
