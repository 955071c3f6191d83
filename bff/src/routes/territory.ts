import {
  type Capacity,
  type ChainDelivery,
  type Core,
  divisionName,
  divisionsIn,
  isDivision,
  type Grant,
  type PassageFinding,
  type PassageExplanation,
  Refused,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { at } from './wire';

export const territoryHandlers = ({ territory, partners, catalog }: Core): HandlersOf<'territory'> => {
  const namesOf = async (ids: readonly string[]) => {
    const parties = await partners.parties([...new Set(ids)]);
    return (id: string) => parties.get(id)?.name ?? '';
  };
  const viewGrants = async (grants: readonly Grant[]) => {
    const nameOf = await namesOf(grants.map(({ sellerId }) => sellerId));
    return grants.map((grant) => viewGrant(grant, nameOf(grant.sellerId)));
  };
  const viewOne = async (grant: Grant) => {
    const nameOf = await namesOf([grant.sellerId]);
    return viewGrant(grant, nameOf(grant.sellerId));
  };

  return {
    divisions: async ({ parent }) => ({
      items: divisionsIn(parent).map(({ code, name, hasChildren }) => ({ code, name, hasChildren })),
    }),
    division: async ({ code }) => {
      if (!isDivision(code)) throw new Refused('territory.divisionUnknown');
      return { code, fullName: divisionName(code) };
    },
    grants: async (query, caller) => {
      const { items, nextCursor } = await territory.grants(caller, query);
      return { items: await viewGrants(items), nextCursor };
    },
    holders: async (query, caller) => {
      const divisions = await territory.holders(caller, query);
      const nameOf = await namesOf(
        divisions.flatMap(({ holders }) => holders.map(({ sellerId }) => sellerId)),
      );
      return {
        items: divisions.map(({ code, name, hasChildren, holders }) => ({
          code,
          name,
          hasChildren,
          holders: holders.map(({ sellerId, share, exclusive, isRemainder }) => ({
            sellerId,
            sellerName: nameOf(sellerId),
            share,
            exclusive,
            isRemainder,
          })),
        })),
      };
    },
    productLines: async () => ({ items: [...(await catalog.productLines())] }),
    previewGrant: async (input, caller) => ({
      items: (await territory.previewGrant(caller, { ...input, quantityCap: null })).map(
        ({ overlap, grantName, explanation }) => ({
          kind: overlap.kind,
          grantId: overlap.grantId,
          grantName,
          sellerId: overlap.sellerId,
          message: explanation.message,
          remedy: explanation.remedy,
        }),
      ),
    }),
    putGrant: async (input, caller) => {
      const { grant, notices } = await territory.putGrant(caller, { ...input, quantityCap: null });
      return { grant: await viewOne(grant), notices: [...notices] };
    },
    putPermit: async (input, caller) => {
      const put = { ...input, remainderAreas: [], exclusive: false };
      const { grant, notices } = await territory.putPermit(caller, put);
      return { grant: await viewOne(grant), notices: [...notices] };
    },
    endGrant: async (input, caller) => viewOne(await territory.endGrant(caller, input)),
    check: async ({ latitudeE6, longitudeE6, ...asked }, caller) => {
      const point =
        latitudeE6 === undefined || longitudeE6 === undefined ? undefined : { latitudeE6, longitudeE6 };
      const judged = await territory.check(caller, { ...asked, point });
      const { grant } = judged;
      const nameOf = await namesOf(grant ? [grant.sellerId] : []);
      return {
        answer: judged.answer,
        ...viewFinding(judged),
        also: judged.also.map(viewFinding),
        grant: grant && {
          grantId: grant.id,
          name: grant.name,
          sellerId: grant.sellerId,
          sellerName: nameOf(grant.sellerId),
        },
      };
    },
    blocked: async (query, caller) => {
      const { items, nextCursor } = await territory.blocked(caller, query);
      const [nameOf, skus] = await Promise.all([
        namesOf(items.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId])),
        catalog.byIds(items.map(({ skuId }) => skuId)),
      ]);
      return {
        items: items.map((blocked) => ({
          blockedId: blocked.id,
          orderId: blocked.orderId,
          lineNo: blocked.lineNo,
          sellerId: blocked.sellerId,
          sellerName: nameOf(blocked.sellerId),
          buyerId: blocked.buyerId,
          buyerName: nameOf(blocked.buyerId),
          skuId: blocked.skuId,
          skuName: skus.get(blocked.skuId)?.name ?? '',
          quantity: blocked.quantity,
          channel: blocked.channel,
          regionCode: blocked.townCode ?? blocked.regionCode,
          regionName: divisionName(blocked.townCode ?? blocked.regionCode),
          reason: blocked.reason,
          title: blockedTitle(blocked.reason),
          on: blocked.on,
          at: at(blocked.at),
        })),
        nextCursor,
      };
    },
    blockedCounts: async (query, caller) => {
      const counts = await territory.countBlocked(caller, query);
      const nameOf = await namesOf(counts.map(({ sellerId }) => sellerId));
      return {
        items: counts.map(({ sellerId, on, reason, count, quantity }) => ({
          sellerId,
          sellerName: nameOf(sellerId),
          on,
          reason,
          title: blockedTitle(reason),
          count,
          quantity,
        })),
      };
    },
    capacities: async (page) => {
      const { items, nextCursor } = await territory.capacities(page);
      return { items: items.map(viewCapacity), nextCursor };
    },
    putCapacity: async (input, caller) => viewCapacity(await territory.putCapacity(caller, input)),
    policies: async ({ sellerId }) => ({
      items: (await territory.policies(sellerId)).map(({ startsOn, borderMetres, absorptionBp }) => ({
        sellerId,
        startsOn,
        borderMetres,
        absorptionBp,
      })),
    }),
    putPolicy: async (input, caller) => {
      const { sellerId, startsOn, borderMetres, absorptionBp } = await territory.putPolicy(caller, input);
      return { sellerId, startsOn, borderMetres, absorptionBp };
    },
    chainDeliveries: async (page) => {
      const { items, nextCursor } = await territory.chainDeliveries(page);
      return { items: items.map(viewChainDelivery), nextCursor };
    },
    putChainDelivery: async (input, caller) =>
      viewChainDelivery(await territory.putChainDelivery(caller, input)),
  };
};

const viewAreas = (codes: readonly string[]) => codes.map((code) => ({ code, name: divisionName(code) }));

const viewGrant = (grant: Grant, sellerName: string) => ({
  grantId: grant.id,
  kind: grant.kind,
  sellerId: grant.sellerId,
  sellerName,
  name: grant.name,
  productLine: grant.productLine,
  onlyCategories: [...grant.onlyCategories],
  includedSkuIds: [...grant.includedSkuIds],
  excludedSkuIds: [...grant.excludedSkuIds],
  excludedCategories: [...grant.excludedCategories],
  areas: viewAreas(grant.areas),
  remainderAreas: viewAreas(grant.remainderAreas),
  excludedAreas: viewAreas(grant.excludedAreas),
  channels: [...grant.channels],
  startsOn: grant.startsOn,
  endsOn: grant.endsOn,
  exclusive: grant.exclusive,
  quantityCap: grant.quantityCap,
  usedQuantity: grant.usedQuantity,
  reason: grant.reason,
  version: grant.version,
});

const viewFinding = ({
  finding,
  explanation,
}: {
  readonly finding: PassageFinding;
  readonly explanation: PassageExplanation;
}) => ({
  reason: finding.reason,
  message: explanation.message,
  remedy: explanation.remedy,
  numbers: { ...finding.numbers },
});

/** Why lines were stopped, in a word for lists and counts. */
const blockedTitles: Readonly<Record<string, string>> = {
  line: '无产品线授权',
  area: '区域未授权',
  channel: '渠道未授权',
  date: '授权不在有效期',
  excludedGoods: '商品被排除',
  excludedArea: '区域被排除',
  exclusive: '他人独家区域',
  remainder: '已另授他人',
  permitUsedUp: '临时许可用尽',
};
const blockedTitle = (reason: string) => blockedTitles[reason] ?? reason;

const viewCapacity = (capacity: Capacity) => ({
  areaCode: capacity.areaCode,
  areaName: divisionName(capacity.areaCode),
  productLine: capacity.productLine,
  sellOutQuantity: capacity.sellOutQuantity,
  stockTargetQuantity: capacity.stockTargetQuantity,
  version: capacity.version,
  updatedAt: at(capacity.updatedAt),
});

const viewChainDelivery = (delivery: ChainDelivery) => ({
  id: delivery.id,
  chainId: delivery.chainId,
  addressId: delivery.addressId,
  sellerId: delivery.sellerId,
  startsOn: delivery.startsOn,
  endsOn: delivery.endsOn,
  note: delivery.note,
  version: delivery.version,
});
