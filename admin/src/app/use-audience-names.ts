import { useCustomerGroups } from '../features/catalog/groups-query';
import { usePartyNames } from '../features/partners/use-party-names';
import { useRegionNames } from '../features/territory/use-region-names';

interface Audience {
  readonly buyerId: string | null;
  readonly regionPrefix: string | null;
}

/** What the customers, groups and regions are called that these price lists or rules name. */
export function useAudienceNames(items: readonly Audience[]) {
  const groups = useCustomerGroups();
  const buyer = usePartyNames(items.flatMap(({ buyerId }) => buyerId ?? []));
  const region = useRegionNames(items.flatMap(({ regionPrefix }) => regionPrefix ?? []));
  const group = (groupId: string) =>
    groups.data?.items.find((one) => one.groupId === groupId)?.name ?? groupId;
  return { buyer, group, region };
}
