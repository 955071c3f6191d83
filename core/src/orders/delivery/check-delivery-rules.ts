import type { DeliveryRule } from './model';

/**
 * Why rules cannot be charged by: a code for each fault. Two for the same buyers at the same places contradict each
 * other, steps stand once each, and a measure without further steps would divide by nothing.
 */
export function checkDeliveryRules(rules: readonly DeliveryRule[]): readonly string[] {
  const scopes = rules.map(({ buyerId, regionCode, channel }) => `${buyerId} ${regionCode} ${channel}`);
  const faults = rules.flatMap(({ charge, freeFromFen }) => [
    ...(charge.kind === 'amount'
      ? stepFaults(charge.steps.map(({ fromFen }) => fromFen))
      : charge.further < 1
        ? ['further']
        : []),
    ...(freeFromFen !== null && freeFromFen < 1 ? ['freeFrom'] : []),
  ]);
  return [...(new Set(scopes).size < scopes.length ? ['sameScope'] : []), ...new Set(faults)];
}

const stepFaults = (froms: readonly number[]) =>
  froms.length === 0 || new Set(froms).size < froms.length ? ['steps'] : [];
