import type { PriceList } from './model';
import { listInputOf, listValuesOf } from './list-values';

const list: PriceList = {
  priceListId: 'L',
  kind: 'levelRegionChannel',
  name: '浙江便利店',
  buyerId: null,
  groupId: null,
  level: 2,
  regionPrefix: '33',
  channel: 'convenience',
  priority: 5,
  startsOn: '2026-01-01',
  endsOn: null,
  version: 3,
};

it('writes the head of a list back as it was read', () => {
  const { priceListId: _, kind: __, version: ___, ...head } = list;

  expect(listInputOf(listValuesOf(list))).toEqual(head);
});

it('leaves out what belongs to an audience that is no longer chosen', () => {
  expect(listInputOf({ ...listValuesOf(list), audience: 'everybody' })).toMatchObject({
    level: null,
    regionPrefix: null,
    channel: null,
  });
});
