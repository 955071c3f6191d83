import type { Topology } from '../house/house';
import { circumstances } from './circumstances';
import { connectionStrikes } from './connections';
import { freezes } from './freeze';
import { kills } from './kill';
import type { Strike } from './strike';

const strikes: readonly Strike[] = [...kills, ...freezes, ...connectionStrikes, ...circumstances];

/** Every fault there is for a house of this kind. */
export const strikesOn = (topology: Topology) => strikes.filter(({ on }) => on.includes(topology));

/** Faults by name. @throws RangeError when there is none of a name */
export function strikesNamed(names: readonly string[]): readonly Strike[] {
  return names.map((name) => {
    const found = strikes.find((strike) => strike.name === name);
    if (!found) throw new RangeError(`no fault is called ${name}`);
    return found;
  });
}
