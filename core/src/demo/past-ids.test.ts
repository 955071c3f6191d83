import fc from 'fast-check';
import { idMaker } from '../platform';
import { pastIds } from './past-ids';

describe('ids of the past', () => {
  it('ascend in the order they are made, whatever the instants, and none comes twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 })), (instants) => {
        const newIdAt = pastIds();
        const ids = instants.map((at) => newIdAt(at));

        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      }),
    );
  });

  it('begin with the same instant as those of the present', () => {
    const at = Date.parse('2026-11-22T02:00:00Z');

    expect(pastIds()(at).slice(0, 10)).toBe(idMaker({ now: () => at })().slice(0, 10));
  });
});
