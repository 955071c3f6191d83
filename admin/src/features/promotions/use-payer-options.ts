import { useSuppliers } from './queries';

interface Party {
  readonly partyId: string;
  readonly name: string;
}

/** Who may bear what a promotion costs: its seller, and those that supply it. */
export function usePayerOptions({ partyId, name }: Party) {
  const above = useSuppliers().data?.items ?? [];
  return [
    { value: partyId, label: name },
    ...above.filter((one) => one.partyId !== partyId).map((one) => ({ value: one.partyId, label: one.name })),
  ];
}
