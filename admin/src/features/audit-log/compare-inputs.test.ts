import { compareInputs } from './compare-inputs';

it('marks what is another than before', () => {
  const fields = compareInputs({ days: 30, kind: 'net', ok: true }, { days: 15, kind: 'net', ok: false });

  expect(fields).toEqual([
    { path: 'days', before: '15', now: '30', isChanged: true },
    { path: 'kind', before: 'net', now: 'net', isChanged: false },
    { path: 'ok', before: '否', now: '是', isChanged: true },
  ]);
});

it('names fields inside lists as people count, and tells what came and what went', () => {
  const fields = compareInputs({ lines: [{ sku: 'A' }, { sku: 'B' }] }, { lines: [{ sku: 'A' }], note: '' });

  expect(fields).toEqual([
    { path: 'lines[1].sku', before: 'A', now: 'A', isChanged: false },
    { path: 'lines[2].sku', before: null, now: 'B', isChanged: true },
    { path: 'note', before: '—', now: null, isChanged: true },
  ]);
});

it('marks nothing when nothing is known of before', () => {
  expect(compareInputs({ days: 30 }, null)).toEqual([
    { path: 'days', before: null, now: '30', isChanged: false },
  ]);
});

it('leaves out what is made for each call, and has nothing to say of nothing', () => {
  expect(compareInputs({ commandId: 'C-2' }, { commandId: 'C-1' })).toEqual([]);
  expect(compareInputs(null, null)).toEqual([]);
  expect(compareInputs({ rules: [] }, null)).toMatchObject([{ path: 'rules', now: '（无）' }]);
});
