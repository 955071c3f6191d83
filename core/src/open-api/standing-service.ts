import { readParties } from '../partners';
import { groupBy, keyBy, readStanding, standing, type Tx } from '../platform';
import { keyStore } from './key-store';
import type { ApiKey, Webhook } from './model';
import { webhookStore } from './webhook-store';

const keys = standing<ApiKey>({
  name: 'api keys',
  tables: ['apiKey'],
  // What strangers guess is remembered as nothing, until so many have guessed.
  limit: 10_000,
  load: async (tx, hashes) => keyBy(await keyStore(tx).byHash(hashes), ({ tokenHash }) => tokenHash),
});

const webhooks = standing<readonly Webhook[]>({
  name: 'webhooks',
  tables: ['webhook'],
  limit: 50_000,
  load: async (tx, partyIds) => groupBy(await webhookStore(tx).ofParties(partyIds), ({ partyId }) => partyId),
});

/** The key of a token's hash and whose it is, as they stand at this moment everywhere: a revoked one is seen at once. */
export async function readKey(tx: Tx, tokenHash: string) {
  const key = (await readStanding(tx, keys, [tokenHash])).get(tokenHash);
  const party = key && (await readParties(tx, [key.partyId])).get(key.partyId);
  return key && party ? { key, party } : null;
}

/** The webhooks of parties that are to be told of what happens now. */
export async function readActiveWebhooks(tx: Tx, partyIds: readonly string[]): Promise<readonly Webhook[]> {
  const known = await readStanding(tx, webhooks, partyIds);
  return partyIds.flatMap((id) => known.get(id) ?? []).filter(({ state }) => state === 'active');
}
