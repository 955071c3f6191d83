import type { ListedPrice, PriceList, PriceListLine } from './price-model';

/** A SKU's price with the list it stands in. Field by field: it is kept, and read for every line ordered. */
export const listedPrice = (list: PriceList, line: PriceListLine): ListedPrice => ({
  id: list.id,
  sellerId: list.sellerId,
  name: list.name,
  kind: list.kind,
  buyerId: list.buyerId,
  groupId: list.groupId,
  level: list.level,
  regionPrefix: list.regionPrefix,
  channel: list.channel,
  priority: list.priority,
  startsOn: list.startsOn,
  endsOn: list.endsOn,
  version: list.version,
  priceListId: line.priceListId,
  skuId: line.skuId,
  unitPriceE4: line.unitPriceE4,
  floorPriceE4: line.floorPriceE4,
  unitPrices: line.unitPrices,
  breaks: line.breaks,
  breakMode: line.breakMode,
});
