import { Chips } from '@/ui/chips';
import { useWarehouses } from './queries';

export interface WarehouseChipsProps {
  name: string;
  value: string;
  /** The word for all of them; without it one is to be chosen. */
  all?: string;
  onChange: (warehouseId: string) => void;
}

/** Chooses one of my warehouses. Where there is a single one and none must be chosen, there is nothing to ask. */
export function WarehouseChips({ name, value, all, onChange }: WarehouseChipsProps) {
  const warehouses = useWarehouses().data?.items ?? [];
  if (all !== undefined && warehouses.length < 2) return null;
  return (
    <Chips
      name={name}
      chips={[
        ...(all === undefined ? [] : [{ value: '', label: all }]),
        ...warehouses.map(({ warehouseId, name: label }) => ({ value: warehouseId, label })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
