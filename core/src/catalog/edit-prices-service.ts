import { type Caller, pageOf, type Platform, readCursor, Refused, type Tx, commandsOver } from '../platform';
import type { PriceLineDraft } from './check-price-line';
import { checkPriceList } from './check-price-list';
import { listKindOf } from './choose-price';
import { putVersion } from './edit-goods-service';
import type { CustomerGroup, PriceList } from './price-model';
import { priceStore } from './price-store';
import { searchWordsOf } from './search-text-service';
import { upsertPriceLines } from './upsert-prices-service';

interface Said {
  readonly commandId: string;
  readonly expectedVersion: number;
}

export interface PutPriceList extends Said, Omit<PriceList, 'id' | 'sellerId' | 'kind' | 'version'> {
  /** Left out for a new list. */
  readonly priceListId?: string | undefined;
}

export interface PutPriceLines extends Said {
  readonly priceListId: string;
  readonly lines: readonly PriceLineDraft[];
  readonly removedSkuIds: readonly string[];
}

export interface PutCustomerGroup extends Said {
  /** Left out for a new group. */
  readonly groupId?: string | undefined;
  readonly name: string;
  readonly buyerIds: readonly string[];
}

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface LinesPage extends Page {
  readonly priceListId: string;
  readonly q?: string | undefined;
}

/** The desk that prices a seller's own sales. What is another seller's is not there. */
export function editPricesService({ database, newId }: Pick<Platform, 'database' | 'newId'>) {
  const once = commandsOver(database);

  return {
    /** The caller's own lists by name. */
    priceLists: (caller: Caller, { cursor, limit }: Page) =>
      database.read(async (tx) => {
        const after = cursor ? readCursor(cursor, 'string', 'string') : null;
        const lists = await priceStore(tx).listPage({ sellerId: caller.partyId, after, limit: limit + 1 });
        return pageOf(lists, limit, ({ name, id }) => [name, id]);
      }),

    /** The prices of one of the caller's lists, of all goods or of those found. @throws catalog.priceListUnknown */
    priceLines: (caller: Caller, { priceListId, q, cursor, limit }: LinesPage) =>
      database.read(async (tx) => {
        const list = await ownList(tx, caller, priceListId);
        const [after] = cursor ? readCursor(cursor, 'string') : [''];
        const lines = await priceStore(tx).linePage(priceListId, searchWordsOf(q), after, limit + 1);
        return { list, ...pageOf(lines, limit, ({ skuId }) => [skuId]) };
      }),

    /**
     * Adds one of the caller's lists or changes it. `customerIds` are the buyers it supplies, among those named.
     * @throws catalog.priceListUnknown, catalog.versionChanged, catalog.scopeMixed, catalog.datesWrong,
     * catalog.buyerUnknown, catalog.groupUnknown, command.idReused
     */
    putPriceList: (caller: Caller, input: PutPriceList, customerIds: ReadonlySet<string>) =>
      once(caller, 'catalog.putPriceList', input.commandId, input, async (tx) => {
        const { commandId: _, expectedVersion, priceListId, ...given } = input;
        const store = priceStore(tx);
        const group = given.groupId === null ? undefined : await store.group(given.groupId);
        const groupIds = new Set(group?.sellerId === caller.partyId ? [group.id] : []);
        const fault = checkPriceList(given, { customerIds, groupIds });
        if (fault) throw new Refused(`catalog.${fault}`);
        const before = priceListId === undefined ? null : await ownList(tx, caller, priceListId);
        assertSeen(before, expectedVersion);
        const list: PriceList = {
          ...given,
          id: before?.id ?? newId(),
          sellerId: caller.partyId,
          kind: listKindOf(given),
          version: expectedVersion + 1,
        };
        if (before) await store.changeList(list);
        else await store.addList(list);
        return list;
      }),

    /**
     * Puts prices into one of the caller's lists and takes others out, all of them or none.
     * @throws catalog.priceListUnknown, catalog.versionChanged, catalog.skuUnknown, catalog.skuTwice,
     * catalog.unitNotPriceable, catalog.unitTwice, catalog.breaksWrong, command.idReused
     */
    putPriceLines: (caller: Caller, input: PutPriceLines) =>
      once(caller, 'catalog.putPriceLines', input.commandId, input, async (tx) => {
        const store = priceStore(tx);
        const list = await ownList(tx, caller, input.priceListId);
        assertSeen(list, input.expectedVersion);
        const outcomes = await upsertPriceLines(tx, list, input.lines);
        for (const line of outcomes) {
          if (line.outcome === 'refused') throw new Refused(`catalog.${line.faults[0]}`, line.skuId);
        }
        const count = (asked: string) => outcomes.filter(({ outcome }) => outcome === asked).length;
        const [added, changed] = [count('added'), count('changed')];
        const removed = await store.removeLines(list.id, input.removedSkuIds);
        if (added + changed === 0 && removed > 0) await store.turnList(list);
        const isChanged = added + changed + removed > 0;
        return { added, changed, same: count('same'), removed, version: list.version + (isChanged ? 1 : 0) };
      }),

    /** The caller's groups with their members. */
    customerGroups: (caller: Caller) =>
      database.read(async (tx) => {
        const groups = await priceStore(tx).groups(caller.partyId);
        const members = await priceStore(tx).membersOf(groups.map(({ id }) => id));
        return groups.map((group) => ({
          ...group,
          buyerIds: members.flatMap(({ groupId, buyerId }) => (groupId === group.id ? [buyerId] : [])),
        }));
      }),

    /**
     * Adds one of the caller's groups or changes its name and members.
     * @throws catalog.groupUnknown, catalog.buyerUnknown, catalog.versionChanged, command.idReused
     */
    putCustomerGroup: (caller: Caller, input: PutCustomerGroup, customerIds: ReadonlySet<string>) =>
      once(caller, 'catalog.putCustomerGroup', input.commandId, input, async (tx) => {
        const store = priceStore(tx);
        const { groupId, name, expectedVersion } = input;
        const before = groupId === undefined ? null : await store.group(groupId);
        if (before === undefined || (before && before.sellerId !== caller.partyId)) {
          throw new Refused('catalog.groupUnknown');
        }
        assertSeen(before, expectedVersion);
        const buyerIds = [...new Set(input.buyerIds)].sort();
        if (!buyerIds.every((buyerId) => customerIds.has(buyerId))) throw new Refused('catalog.buyerUnknown');
        const sellerId = caller.partyId;
        const group: CustomerGroup = {
          id: before?.id ?? newId(),
          sellerId,
          name,
          version: expectedVersion + 1,
        };
        await putVersion(expectedVersion, {
          add: () => store.addGroup(group),
          change: () => store.changeGroup(group),
        });
        const members = buyerIds.map((buyerId) => ({ sellerId, groupId: group.id, buyerId }));
        await store.replaceMembers(group.id, members);
        return { ...group, buyerIds };
      }),
  };
}

/** One of the caller's own lists. @throws catalog.priceListUnknown */
export async function ownList(tx: Tx, caller: Caller, priceListId: string): Promise<PriceList> {
  const [list] = await priceStore(tx).lists([priceListId]);
  if (!list || list.sellerId !== caller.partyId) throw new Refused('catalog.priceListUnknown');
  return list;
}

/** @throws catalog.versionChanged when an editor has seen another version than there is */
export function assertSeen(before: { readonly version: number } | null, expectedVersion: number) {
  if ((before?.version ?? 0) !== expectedVersion) throw new Refused('catalog.versionChanged');
}
