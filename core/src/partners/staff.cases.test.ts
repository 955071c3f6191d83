import fc from 'fast-check';
import type { PartyKind, Role } from '../platform/caller';
import { rolesFor, staffRefusal } from './check-staff';
import type { User } from './model';
import { aUser } from './testing';

const owner = aUser({ id: 'owner' });
const second = aUser({ id: 'second' });
const buyer = aUser({ id: 'buyer', roles: ['purchaser'] });
const gone = aUser({ id: 'gone', status: 'suspended' });

describe('may it be done to the staff', () => {
  it.each<[string, User[], Partial<User> & { id: string }, PartyKind, string | null]>([
    ['a purchaser is let in', [owner], { id: 'new', roles: ['purchaser'] }, 'store', null],
    [
      'a reviewer in a store: no such desk',
      [owner],
      { id: 'new', roles: ['reviewer'] },
      'store',
      'partners.roleUnfit',
    ],
    ['a reviewer at a distributor', [owner], { id: 'new', roles: ['reviewer'] }, 'distributor', null],
    [
      'a purchaser at HQ, which buys from nobody',
      [owner],
      { id: 'new', roles: ['purchaser'] },
      'hq',
      'partners.roleUnfit',
    ],
    [
      'the only owner becomes a purchaser',
      [owner, buyer],
      { id: 'owner', roles: ['purchaser'] },
      'store',
      'partners.lastOwner',
    ],
    [
      'one of two owners becomes a purchaser',
      [owner, second],
      { id: 'second', roles: ['purchaser'] },
      'store',
      null,
    ],
    [
      'the only owner is suspended',
      [owner, buyer],
      { id: 'owner', status: 'suspended' },
      'store',
      'partners.lastOwner',
    ],
    [
      'the only active owner is suspended',
      [owner, gone],
      { id: 'owner', status: 'suspended' },
      'store',
      'partners.lastOwner',
    ],
    ['another owner is suspended', [owner, second], { id: 'second', status: 'suspended' }, 'store', null],
    [
      'an owner suspends itself, another stays',
      [owner, second],
      { id: 'owner', status: 'suspended' },
      'store',
      'partners.notYourself',
    ],
    [
      'an owner becomes a purchaser itself, another stays',
      [owner, second],
      { id: 'owner', roles: ['purchaser'] },
      'store',
      null,
    ],
    ['somebody suspended comes back', [owner, gone], { id: 'gone', status: 'active' }, 'store', null],
    ['somebody suspended gets other roles', [owner, gone], { id: 'gone', roles: ['finance'] }, 'store', null],
  ])('%s', (_, staff, change, kind, refusal) => {
    const before = staff.find(({ id }) => id === change.id) ?? aUser({ id: change.id });

    expect(staffRefusal(staff, { ...before, ...change }, kind, 'owner')).toBe(refusal);
  });

  it('never leaves a party without an active owner, whatever is done in whatever order', () => {
    const ids = ['a', 'b', 'c'];
    const step = fc.record({
      id: fc.constantFrom(...ids),
      roles: fc.subarray<Role>(['owner', 'purchaser', 'finance'], { minLength: 1 }),
      status: fc.constantFrom('active' as const, 'suspended' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let staff = ids.map((id) => aUser({ id }));
        for (const { id, roles, status } of steps) {
          const after = aUser({ id, roles, status });
          if (staffRefusal(staff, after, 'store', 'nobody') !== null) continue;
          staff = staff.map((member) => (member.id === id ? after : member));
        }
        expect(staff.some(({ roles, status }) => status === 'active' && roles.includes('owner'))).toBe(true);
      }),
    );
  });

  it.each<PartyKind>(['hq', 'distributor', 'store', 'chain'])('has an owner at a %s', (kind) => {
    expect(rolesFor(kind)).toContain('owner');
  });
});
