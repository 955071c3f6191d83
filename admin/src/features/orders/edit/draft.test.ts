import type { Finding, Order } from '../model';
import { changesOf, diffFindings, diffLines, draftFault, draftOf, type EditPreview } from './draft';

const line = (lineNo: number, quantity: number, more: Partial<Order['lines'][number]> = {}) =>
  ({
    lineNo,
    skuId: `SKU-${lineNo}`,
    skuName: `商品${lineNo}`,
    quantity,
    unitPriceE4: 10_000,
    amountFen: quantity * 100,
    giftOf: null,
    substituteFor: null,
    ...more,
  }) as Order['lines'][number];
const order = {
  lines: [line(1, 10), line(2, 5), line(3, 1, { giftOf: 'P1' })],
  deliverOn: null,
  note: '早上送',
  priority: 0,
};
const finding = (rule: string, message: string) => ({ rule, lineNo: null, message }) as Finding;

it('changes nothing as it begins, and leaves gifts to the server', () => {
  const draft = draftOf(order);

  expect(draft.lines.map(({ skuId }) => skuId)).toEqual(['SKU-1', 'SKU-2']);
  expect(changesOf(draft, order)).toBeNull();
});

it('sends all goods that stay when one of them changes, and nothing that does not', () => {
  const draft = draftOf(order);
  const [first, second] = draft.lines;
  if (!first || !second) throw new Error('the order has two lines');

  const changes = changesOf(
    {
      ...draft,
      lines: [
        { ...first, quantity: 4 },
        { ...second, isRemoved: true },
      ],
      deliverOn: '2026-12-01',
    },
    order,
  );

  expect(changes).toEqual({ lines: [{ skuId: 'SKU-1', quantity: 4 }], deliverOn: '2026-12-01' });
});

it('says what is missing before the server is asked', () => {
  const draft = draftOf(order);
  const added = { key: 'new', skuId: undefined, quantity: 1, before: null, isRemoved: false };

  expect(draftFault(draft)).toBe('');
  expect(draftFault({ ...draft, lines: [...draft.lines, added] })).toBe('请选择要添加的商品');
  expect(draftFault({ ...draft, lines: [...draft.lines, { ...added, skuId: 'SKU-1' }] })).toContain('多行');
  expect(draftFault({ ...draft, lines: [] })).toContain('取消订单');
});

it('puts lines beside each other by number, those that go and come among them', () => {
  const after = [line(1, 4), line(3, 1, { giftOf: 'P1' }), line(4, 2)] as unknown as EditPreview['lines'];

  const diffs = diffLines(order.lines, after);

  expect(
    diffs.map(({ lineNo, before, after: is, isSame }) => [lineNo, before?.quantity, is?.quantity, isSame]),
  ).toEqual([
    [1, 10, 4, false],
    [2, 5, undefined, false],
    [3, 1, 1, true],
    [4, undefined, 2, false],
  ]);
});

it('tells findings that go from those that come and those that stay', () => {
  const before = [finding('credit.over', '超 100 元'), finding('stock.short', '缺 3')];
  const after = [finding('stock.short', '缺 3'), finding('order.minimum', '不足起订')];

  const { gone, come, kept } = diffFindings(before, after);

  expect([gone, come, kept].map((all) => all.map(({ rule }) => rule))).toEqual([
    ['credit.over'],
    ['order.minimum'],
    ['stock.short'],
  ]);
});
