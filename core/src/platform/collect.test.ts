import fc from 'fast-check';
import { groupBy, inOrder, keyBy } from './collect';

const anyValues = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'constructor'), value: fc.nat() }));
const keyOf = ({ key }: { key: string }) => key;

describe('values grouped by key', () => {
  it('are each in the group of their key, in the order they came', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const groups = groupBy(values, keyOf);

        for (const [key, group] of groups) expect(group).toEqual(values.filter((value) => value.key === key));
        expect([...groups.values()].flat()).toHaveLength(values.length);
      }),
    );
  });
});

describe('values by key', () => {
  it('are the last of each key', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const found = keyBy(values, keyOf);

        expect(new Set(found.keys())).toEqual(new Set(values.map(keyOf)));
        for (const [key, value] of found) expect(value).toBe(values.findLast((other) => other.key === key));
      }),
    );
  });
});

describe('values in their order', () => {
  const byKey = (left: { key: string }, right: { key: string }) =>
    left.key < right.key ? -1 : left.key > right.key ? 1 : 0;

  it('are those a stable sort gives', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const before = [...values];

        expect(inOrder(values, byKey)).toEqual([...values].sort(byKey));
        expect(values).toEqual(before);
      }),
    );
  });

  it('are themselves when they stand in it already', () => {
    const values = [{ key: 'a' }, { key: 'a' }, { key: 'b' }];

    expect(inOrder(values, byKey)).toBe(values);
  });
});
