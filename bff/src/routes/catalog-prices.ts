import {
  type Caller,
  type Channel,
  checkFloor,
  type Core,
  type CustomerGroup,
  dayOf,
  type Inversion,
  loadSupplies,
  type PriceLadder,
  type PreviewedLine,
  type PriceList,
  Refused,
  type Sku,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { findingWords, inversionText, listText, stepText } from './price-words';

type Routes =
  | 'priceLists'
  | 'putPriceList'
  | 'priceLines'
  | 'putPriceLines'
  | 'previewPriceLines'
  | 'customerGroups'
  | 'putCustomerGroup'
  | 'whyPrice'
  | 'priceLadders'
  | 'putPriceLadder';

/** Which of these buyers a seller supplies: what a price may name, and what a manager may ask about. */
export const customersOf = async ({ database }: Core, sellerId: string, buyerIds: readonly string[]) => {
  const supplies = await database.read((tx) => loadSupplies(tx, buyerIds));
  return new Set(supplies.flatMap((supply) => (supply.sellerId === sellerId ? [supply.buyerId] : [])));
};

/** Each seller prices its own sales. */
export const priceHandlers = (core: Core): Pick<HandlersOf<'catalog'>, Routes> => {
  const { catalog } = core;
  const customers = (caller: Caller, buyerIds: readonly string[]) =>
    customersOf(core, caller.partyId, buyerIds);

  return {
    priceLists: async (input, caller) => {
      const { items, nextCursor } = await catalog.priceLists(caller, input);
      return { items: items.map(viewList), nextCursor };
    },
    putPriceList: async (input, caller) => {
      const named = await customers(caller, input.buyerId === null ? [] : [input.buyerId]);
      return viewList(await catalog.putPriceList(caller, input, named));
    },
    priceLines: async (input, caller) => {
      const { items, nextCursor, list } = await catalog.priceLines(caller, input);
      const skus = await catalog.byIds(items.map(({ skuId }) => skuId));
      return {
        items: items.map(({ skuId, unitPriceE4, floorPriceE4, unitPrices, breaks, breakMode }) => ({
          skuId,
          skuName: skus.get(skuId)?.name ?? '',
          unitPriceE4,
          floorPriceE4,
          unitPrices: unitPrices.map(({ unit, factor, priceE4 }) => ({ unit, factor, priceE4 })),
          breaks: breaks.map((step) => ({
            fromQuantity: step.fromQuantity,
            unitPriceE4: step.unitPriceE4,
            offBp: step.offBp,
          })),
          breakMode,
        })),
        nextCursor,
        version: list.version,
      };
    },
    putPriceLines: (input, caller) => catalog.putPriceLines(caller, input),
    previewPriceLines: async (input, caller) => {
      const { version, isComplete, items, skus } = await catalog.previewPriceLines(caller, input);
      return { version, isComplete, items: items.map((line) => viewPreviewed(line, skus)) };
    },
    customerGroups: async (_, caller) => ({ items: (await catalog.customerGroups(caller)).map(viewGroup) }),
    putCustomerGroup: async (input, caller) =>
      viewGroup(await catalog.putCustomerGroup(caller, input, await customers(caller, input.buyerIds))),

    whyPrice: async ({ skuId, buyerId, sellerId, quantity, unit, on }, caller) => {
      const asked = sellerId ?? caller.partyId;
      const isOwn = asked === caller.partyId || caller.partyKind === 'hq';
      const buyer = (await core.partners.parties([buyerId])).get(buyerId);
      const isCustomer = isOwn && (await customersOf(core, asked, [buyerId])).has(buyerId);
      if (!buyer || !isCustomer) throw new Refused('catalog.buyerUnknown');
      const day = on ?? dayOf(caller.at);
      const question = { sellerId: asked, buyer, skuId, quantity, unit, on: day };
      const { sku, lists, price } = await catalog.whyPrice(question);
      const floorPriceE4 = price?.floorPriceE4 ?? null;
      return {
        skuId,
        on: day,
        lists: lists.map((list) => ({
          priceListId: list.priceListId,
          name: list.name,
          kind: list.kind,
          unitPriceE4: list.unitPriceE4,
          answer: list.answer,
          notFor: [...list.notFor],
          text: listText(list),
        })),
        unitPriceE4: price?.unitPriceE4 ?? null,
        amountFen: price?.amountFen ?? null,
        floorPriceE4,
        belowFloorFen: price ? checkFloor({ netFen: price.amountFen, quantity, floorPriceE4 }).missingFen : 0,
        steps: (price?.steps ?? []).map((step) => ({ step: step.step, text: stepText(step, sku) })),
      };
    },

    priceLadders: async ({ onlyInverted, cursor, limit }, caller) => {
      const query = { onlyInverted: onlyInverted === 'true', cursor, limit };
      const { items, nextCursor } = await catalog.priceLadders(caller, query);
      return {
        items: items.map((report) => ({
          ...viewLadder(report.ladder, report.inversions),
          skuName: report.skuName,
          listedFactoryE4: report.listedFactoryE4,
          listedStoreSellerId: report.listedStore?.sellerId ?? null,
          listedStoreE4: report.listedStore?.priceE4 ?? null,
          listedInversions: report.listedInversions.map(viewInversion),
        })),
        nextCursor,
      };
    },
    putPriceLadder: async (input, caller) => {
      const { ladder, inversions } = await catalog.putPriceLadder(caller, input);
      return viewLadder(ladder, inversions);
    },
  };
};

const viewPreviewed = (
  { code, before, after, draft, findings }: PreviewedLine,
  skus: ReadonlyMap<string, Sku>,
) => {
  const sku = after ? skus.get(after.skuId) : undefined;
  return {
    code,
    skuId: sku?.id ?? null,
    skuName: sku?.name ?? '',
    baseUnit: sku?.baseUnit ?? '',
    beforeE4: before?.unitPriceE4 ?? null,
    afterE4: after?.unitPriceE4 ?? null,
    floorPriceE4: after?.floorPriceE4 ?? null,
    draft: draft && {
      ...draft,
      unitPrices: [...draft.unitPrices],
      breaks: draft.breaks.map((step) => ({ ...step })),
    },
    findings: findings.map((finding) => ({ finding, ...findingWords[finding] })),
  };
};

const viewList = (list: PriceList) => ({
  priceListId: list.id,
  kind: list.kind,
  name: list.name,
  buyerId: list.buyerId,
  groupId: list.groupId,
  level: list.level,
  regionPrefix: list.regionPrefix,
  channel: list.channel as Channel | null,
  priority: list.priority,
  startsOn: list.startsOn,
  endsOn: list.endsOn,
  version: list.version,
});

const viewGroup = ({
  id,
  name,
  version,
  buyerIds,
}: CustomerGroup & { readonly buyerIds: readonly string[] }) => ({
  groupId: id,
  name,
  buyerIds: [...buyerIds],
  version,
});

const viewInversion = (inversion: Inversion) => ({
  upper: inversion.upper,
  upperE4: inversion.upperE4,
  lower: inversion.lower,
  lowerE4: inversion.lowerE4,
  lossE4: inversion.lossE4,
  text: inversionText(inversion),
});

const viewLadder = (ladder: PriceLadder, inversions: readonly Inversion[]) => ({
  skuId: ladder.skuId,
  factoryE4: ladder.factoryE4,
  firstWholesaleE4: ladder.firstWholesaleE4,
  secondWholesaleE4: ladder.secondWholesaleE4,
  storeE4: ladder.storeE4,
  retailE4: ladder.retailE4,
  version: ladder.version,
  inversions: inversions.map(viewInversion),
});
