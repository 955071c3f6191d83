import { api } from '../../api';
import { FoundMany, FoundOne, type FieldProps, type Finder } from '../../ui/found-select';
import { kindNames } from './party-columns';
import type { Party } from './queries';

const FOUND_LIMIT = 20;

const optionOf = ({ partyId, name, kind, regionName }: Party) => ({
  value: partyId,
  label: name,
  title: `${kindNames[kind]} · ${regionName}`,
});

const finderOf = (kind?: Party['kind']): Finder => ({
  key: ['partners', 'found', kind ?? 'any'],
  find: async (q) =>
    (await api.partners.parties({ q: q || undefined, kind, limit: FOUND_LIMIT })).items.map(optionOf),
  name: async (partyId) => optionOf(await api.partners.get({ partyId })),
});
const partyFinder = finderOf();

/** Finds a customer by its name, of one kind where one is asked for. */
export const PartyPicker = ({
  kind,
  ...field
}: FieldProps<string | undefined> & { kind?: Party['kind'] }) => (
  <FoundOne placeholder="按名称查找客户" testId="party-picker" {...field} finder={finderOf(kind)} />
);

/** Finds any number of customers. */
export const PartiesPicker = (field: FieldProps<string[]>) => (
  <FoundMany placeholder="按名称查找客户" {...field} finder={partyFinder} />
);
