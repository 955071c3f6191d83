import { Chips } from '@/ui/chips';
import type { Supplier } from './queries';

export interface SupplierPickerProps {
  suppliers: readonly Supplier[];
  chosenId: string;
  onChoose: (supplierId: string) => void;
}

/** Whose goods are shown, for buyers with several suppliers. */
export const SupplierPicker = ({ suppliers, chosenId, onChoose }: SupplierPickerProps) => (
  <Chips
    name="supplier"
    chips={suppliers.map(({ partyId, name }) => ({ value: partyId, label: name }))}
    value={chosenId}
    onChange={onChoose}
  />
);
