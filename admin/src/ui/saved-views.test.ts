import { mostViews, queryOf, viewNameFault, viewsOf, withoutView, withView } from './saved-views';

const held = { name: '待审', query: 'state=held' };
const sent = { name: '已发货', query: 'state=shipped' };
const full = Array.from({ length: mostViews }, (_, at) => ({ name: `视图 ${at}`, query: `q=${at}` }));

it('takes two addresses that filter alike for the same', () => {
  expect(queryOf(new URLSearchParams('state=held&q=汇丰'))).toBe(
    queryOf(new URLSearchParams('q=%E6%B1%87%E4%B8%B0&state=held')),
  );
});

it('adds a view at the end, and replaces one of the same name where it stands', () => {
  expect(withView([held], sent)).toEqual([held, sent]);
  expect(withView([held, sent], { name: '待审', query: 'state=held&side=all' })).toEqual([
    { name: '待审', query: 'state=held&side=all' },
    sent,
  ]);
});

it('puts a removed view back to where it was', () => {
  expect(withoutView([held, sent], '待审')).toEqual([sent]);
  expect(withView([sent], held, 0)).toEqual([held, sent]);
});

it.each([
  ['', '请输入视图名称'],
  ['一'.repeat(21), '名称最多 20 个字'],
  ['一'.repeat(20), null],
  ['😀'.repeat(20), null],
])('says of the name %j: %s', (name, fault) => {
  expect(viewNameFault([], name)).toBe(fault);
});

it('takes no more than it may hold, but still replaces', () => {
  expect(viewNameFault(full, '又一个')).toMatch('最多保存 20 个视图');
  expect(withView(full, held)).toEqual(full);
  expect(viewNameFault(full, '视图 3')).toBeNull();
  expect(withView(full, { name: '视图 3', query: 'q=x' })[3]).toEqual({ name: '视图 3', query: 'q=x' });
});

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['no list', '{"name":"待审","query":""}'],
  ['no views', '[1,null,"a",{"name":1,"query":"q=1"},{"name":"甲"}]'],
  ['a name that cannot have been given', JSON.stringify([{ name: '一'.repeat(21), query: '' }])],
  ['a query that cannot have been kept', JSON.stringify([{ name: '甲', query: 'q'.repeat(1_001) }])],
])('reads no views from %s', (_what, text) => {
  expect(viewsOf(text)).toEqual([]);
});

it('reads what was saved, each name once, and nothing but its name and its filters', () => {
  const text = JSON.stringify([{ ...held, more: true }, sent, { name: '待审', query: 'q=later' }, 7]);

  expect(viewsOf(text)).toEqual([{ name: '待审', query: 'q=later' }, sent]);
  expect(viewsOf(JSON.stringify([...full, held]))).toEqual(full);
});
