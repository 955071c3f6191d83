import { Field } from '@/ui/field';
import { readUnits, sayUnits, type CountingUnits } from '@/ui/read-units';

export interface QuantityFieldProps {
  id: string;
  label: string;
  value: string;
  units: CountingUnits;
  /** The most that may be said, in base units. */
  most?: number;
  onChange: (value: string) => void;
}

/** Two of the largest pack and five loose ones: what most quantities look like. */
const exampleOf = (units: CountingUnits) => sayUnits(2 * (units[0]?.factor ?? 1) + 5, units);

/** Why a written quantity cannot be taken; `undefined` when it can, or when nothing was written. */
export function quantityProblem(text: string, units: CountingUnits, most?: number): string | undefined {
  if (text.trim() === '') return undefined;
  const quantity = readUnits(text, units);
  if (quantity === null) return `写成 ${exampleOf(units)} 或最小单位的数量`;
  if (most !== undefined && quantity > most) return `最多 ${sayUnits(most, units)}`;
  return undefined;
}

/** How much, as a warehouse writes it: in cases and loose ones, or in base units alone. What was understood is said. */
export function QuantityField({ id, label, value, units, most, onChange }: QuantityFieldProps) {
  const quantity = readUnits(value, units);
  return (
    <Field
      id={id}
      label={label}
      value={value}
      lengthMax={30}
      placeholder={`如 ${exampleOf(units)}`}
      error={quantityProblem(value, units, most)}
      hint={
        quantity === null
          ? undefined
          : `共 ${quantity}${units.at(-1)?.unit ?? ''}（${sayUnits(quantity, units)}）`
      }
      onChange={onChange}
    />
  );
}
