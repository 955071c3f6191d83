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

const partyFinder: Finder = {
  key: ['partners', 'found'],
  find: async (q) =>
    (await api.partners.parties({ q: q || undefined, limit: FOUND_LIMIT })).items.map(optionOf),
  name: async (partyId) => optionOf(await api.partners.get({ partyId })),
};

/** Finds a customer by its name. */
export const PartyPicker = (field: FieldProps<string | undefined>) => (
  <FoundOne placeholder="按名称查找客户" testId="party-picker" {...field} finder={partyFinder} />
);

/** Finds any number of customers. */
export const PartiesPicker = (field: FieldProps<string[]>) => (
  <FoundMany placeholder="按名称查找客户" {...field} finder={partyFinder} />
);
