import type { Engines } from './house/engines';
import type { Topology } from './house/house';
import { play } from './game';
import { strikesNamed } from './strikes';

/** `FAULTS_SEED=7 npm test -- faults` plays another game. */
export const seed = Number(process.env.FAULTS_SEED ?? 20_261_129);

/** A game of these faults, all of which must be felt. The seed stands in the answer, and so in a failure. */
export async function playQuick(topology: Topology, engines: Engines | null, names: readonly string[]) {
  const figures = await play({ seed, topology, engines, strikes: strikesNamed(names) });
  const { wrongs, faults, felt, ...counts } = figures;
  const { acknowledged, commands, replays, reuses, broken } = counts;
  process.stderr.write(`FAULTS_SEED=${seed} on ${topology}: ${JSON.stringify({ ...counts, felt })}\n`);
  return { seed, wrongs, faults, felt, acknowledged, commands, replays, reuses, broken };
}
