import { hash, randomBytes } from 'node:crypto';
import type { TokenVisit } from '../partners';
import { type Caller, commandsOver, pageOf, type Platform, readCursor, Refused } from '../platform';
import { keyStandingOf } from './key-standing';
import { keyStore } from './key-store';
import { keyUseWriter } from './key-use-service';
import type { ApiKey, ApiKeyStanding, SeenApiKey } from './model';
import { isAmong, isNetwork } from './networks-service';
import { type ApiScope, rolesOf, scopesFor } from './scopes';
import { readKey } from './standing-service';

export interface NewApiKey {
  readonly commandId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly networks: readonly string[];
  readonly expiresAt: number | null;
}

export interface ApiKeyQuery {
  readonly standing?: ApiKeyStanding | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A program that calls by a key: a caller in the roles of its scopes. */
export interface KeyCaller extends Caller {
  readonly scopes: readonly ApiScope[];
}

/** A party has a handful of programs. */
export const liveKeysAtMost = 20;
/** How every token begins, so that one that leaks is recognised by whoever scans for such. */
export const tokenMark = 'tpk_';
const shownLength = 12;

const hashOf = (token: string) => hash('sha256', token, 'hex');

/** True for what looks like the token of a key; sessions look different. */
export const isKeyToken = (token: string): boolean => token.startsWith(tokenMark);

/** The desk where an owner gives keys to the party's own programs, and the door these come in by. */
export function keysDesk(platform: Platform) {
  const { database, newId } = platform;
  const once = commandsOver(database);
  const noteUse = keyUseWriter(platform);

  const assertKey = ({ partyKind, at }: Caller, { scopes, networks, expiresAt }: NewApiKey) => {
    const allowed = scopesFor(partyKind);
    const unfit = scopes.find((scope) => !allowed.includes(scope));
    if (unfit) throw new Refused('openApi.scopeUnfit', unfit);
    const wrong = networks.find((network) => !isNetwork(network));
    if (wrong !== undefined) throw new Refused('openApi.networkWrong', wrong);
    if (expiresAt !== null && expiresAt <= at) throw new Refused('openApi.expiryOver');
  };

  return {
    /** The caller's party's keys, newest first. */
    keys: (caller: Caller, { standing, cursor, limit }: ApiKeyQuery) =>
      database.read(async (tx) => {
        const store = keyStore(tx);
        const found = await store.page({
          partyId: caller.partyId,
          standing: standing ?? null,
          at: caller.at,
          before: cursor ? readCursor(cursor, 'string')[0] : null,
          limit: limit + 1,
        });
        const { items, nextCursor } = pageOf(found, limit, ({ id }) => [id]);
        const uses = await store.uses(items.map(({ id }) => id));
        return {
          items: items.map((key): SeenApiKey => ({ key, use: uses.find(({ keyId }) => keyId === key.id) })),
          nextCursor,
        };
      }),

    /**
     * Makes a key. Its token is said in this answer and never again; a repeat of the command does not say it.
     * @throws openApi.scopeUnfit, openApi.networkWrong, openApi.expiryOver, openApi.tooManyKeys, command.idReused
     */
    async makeKey(caller: Caller, input: NewApiKey) {
      let said: string | null = null;
      const key = await once(caller, 'openApi.makeKey', input.commandId, input, async (tx) => {
        assertKey(caller, input);
        const store = keyStore(tx);
        if ((await store.live(caller.partyId, caller.at)) >= liveKeysAtMost) {
          throw new Refused('openApi.tooManyKeys');
        }
        const token = tokenMark + randomBytes(32).toString('base64url');
        const { name, scopes, networks, expiresAt } = input;
        const made: ApiKey = {
          id: newId(),
          partyId: caller.partyId,
          ...{ name, scopes, networks, expiresAt },
          prefix: token.slice(0, shownLength),
          tokenHash: hashOf(token),
          createdBy: caller.userName,
          createdAt: caller.at,
          revokedAt: null,
          revokedBy: '',
        };
        await store.add(made);
        said = token;
        return made;
      });
      return { key, token: said as string | null };
    },

    /** Ends a key for good, everywhere from the next call on. @throws openApi.keyUnknown, openApi.keyRevoked, command.idReused */
    revokeKey: (
      caller: Caller,
      input: { readonly commandId: string; readonly keyId: string },
    ): Promise<SeenApiKey> =>
      once(caller, 'openApi.revokeKey', input.commandId, input, async (tx) => {
        const store = keyStore(tx);
        const key = await store.locked(input.keyId);
        if (key?.partyId !== caller.partyId) throw new Refused('openApi.keyUnknown');
        if (!(await store.revoke(key.id, caller.userName, caller.at)))
          throw new Refused('openApi.keyRevoked');
        const [use] = await store.uses([key.id]);
        return { key: { ...key, revokedAt: caller.at, revokedBy: caller.userName }, use };
      }),

    /**
     * Who a key's token stands for; null when it is unknown, revoked, past its time, or its party is suspended. The
     * database is asked each time whether any key has changed, so a revoked one opens nothing anywhere.
     * @throws access.addressDenied when it comes from where it may not
     */
    async authenticate(token: string, { at, ip, deviceId }: TokenVisit): Promise<KeyCaller | null> {
      const found = await database.read((tx) => readKey(tx, hashOf(token)));
      if (!found || found.party.status === 'suspended') return null;
      const { key, party } = found;
      if (keyStandingOf(key, at) !== 'live') return null;
      if (key.networks.length > 0 && !isAmong(key.networks, ip)) throw new Refused('access.addressDenied');
      noteUse({ keyId: key.id, lastUsedAt: at, lastAddress: ip });
      return {
        userId: key.id,
        userName: `密钥 ${key.name}`,
        partyId: party.id,
        partyKind: party.kind,
        roles: rolesOf(key.scopes),
        sessionId: key.id,
        channel: 'api',
        deviceId,
        ip,
        at,
        scopes: key.scopes,
      };
    },
  };
}
