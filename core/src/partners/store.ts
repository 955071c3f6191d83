import { type Instant, type PartyKind, type Role, type Tx } from '../platform';
import { holding } from '../platform/database/like';
import { sqlOf } from '../platform/database/sql';
import type { Address, Party, Session, Supply, User } from './model';
import { addressTable, partyTable, sessionTable, supplyTable, userTable } from './tables';

/** What a bearer token stands for, read in one statement. */
export interface SignedIn {
  readonly sessionId: string;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  readonly carriesClock: number;
  readonly userId: string;
  readonly userName: string;
  readonly roles: string;
  readonly userStatus: User['status'];
  readonly mustChangePassword: number;
  readonly partyId: string;
  readonly partyKind: PartyKind;
  readonly partyStatus: Party['status'];
}

export interface PartyFilter {
  /** Null finds every party. */
  readonly sellerId: string | null;
  readonly q: string;
  /** Null finds every kind. */
  readonly kind: Party['kind'] | null;
  readonly after: readonly [name: string, id: string] | null;
  readonly limit: number;
}

export function partnerStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    parties: (ids: readonly string[]) => sql.select(partyTable, 'WHERE id IN (?)', [ids]),
    partiesOfLicences: (entityIds: readonly string[]) =>
      sql.select(partyTable, "WHERE businessLicenceNo IN (?) OR (businessLicenceNo = '' AND id IN (?))", [
        entityIds,
        entityIds,
      ]),
    partiesLocked: (ids: readonly string[]) =>
      sql.selectForUpdate(partyTable, 'WHERE id IN (?) ORDER BY id', [ids]),
    partyByCode: async (code: string) => (await sql.select(partyTable, 'WHERE code = ?', [code]))[0],
    headquarters: () => sql.select(partyTable, `WHERE kind = 'hq' LIMIT 1`),
    users: (ids: readonly string[]) => sql.select(userTable, 'WHERE id IN (?)', [ids]),
    userByLoginName: async (loginName: string) =>
      (await sql.select(userTable, 'WHERE loginName = ?', [loginName]))[0],
    usersByLoginName: (names: readonly string[]) => sql.select(userTable, 'WHERE loginName IN (?)', [names]),
    usersOf: (partyId: string) => sql.select(userTable, 'WHERE partyId = ? ORDER BY id', [partyId]),
    /** A password of the user's own making opens everything; one made by somebody else asks to be changed. */
    setPassword: (userId: string, passwordHash: string, mustChange: boolean) =>
      sql.run('UPDATE user SET passwordHash = ?, mustChangePassword = ? WHERE id = ?', [
        passwordHash,
        mustChange,
        userId,
      ]),

    addresses: (ids: readonly string[], partyIds: readonly string[]) =>
      sql.select(
        addressTable,
        `WHERE id IN (?) OR (partyId IN (?) AND (isDefault = 1 OR isDeliveryCentre = 1))
         OR id IN (SELECT deliveryCentreId FROM party WHERE id IN (?))`,
        [ids, partyIds, partyIds],
      ),
    addressesOf: (partyId: string) =>
      sql.select(addressTable, 'WHERE partyId = ? ORDER BY isDefault DESC, id', [partyId]),

    supplies: (buyerIds: readonly string[]) =>
      sql.select(supplyTable, 'WHERE buyerId IN (?) ORDER BY buyerId, since, sellerId, productLine', [
        buyerIds,
      ]),
    suppliersOf: (buyerId: string) =>
      sql.select(
        partyTable,
        `WHERE id IN (SELECT sellerId FROM supply WHERE buyerId = ? AND status = 'active')
         ORDER BY level DESC, name, id`,
        [buyerId],
      ),
    isSuppliedBy: async (buyerId: string, sellerId: string) =>
      (await sql.select(supplyTable, 'WHERE buyerId = ? AND sellerId = ?', [buyerId, sellerId])).length > 0,

    async idsByName(words: string, amongId: string | null, limit: number) {
      const found = await sql.rows<{ id: string }>(
        `SELECT id FROM party WHERE name LIKE ? ESCAPE '!'${amongId === null ? '' : ' AND id = ?'} LIMIT ?`,
        [holding(words), ...(amongId === null ? [] : [amongId]), limit],
      );
      return found.map(({ id }) => id);
    },
    search({ sellerId, q, kind, after, limit }: PartyFilter) {
      const conditions = ["name LIKE ? ESCAPE '!'"];
      const parameters: (string | number)[] = [holding(q)];
      if (sellerId !== null) {
        conditions.push('id IN (SELECT buyerId FROM supply WHERE sellerId = ?)');
        parameters.push(sellerId);
      }
      if (kind !== null) {
        conditions.push('kind = ?');
        parameters.push(kind);
      }
      if (after !== null) {
        conditions.push('(name > ? OR (name = ? AND id > ?))');
        parameters.push(after[0], ...after);
      }
      return sql.select(partyTable, `WHERE ${conditions.join(' AND ')} ORDER BY name, id LIMIT ?`, [
        ...parameters,
        limit,
      ]);
    },

    signedIn: async (tokenHash: string) =>
      (
        await sql.rows<SignedIn>(
          `SELECT session.id AS sessionId, session.lastSeenAt, session.expiresAt, session.endedAt,
                  session.carriesClock, user.id AS userId, user.name AS userName, user.roles,
                  user.status AS userStatus, user.mustChangePassword, party.id AS partyId,
                  party.kind AS partyKind, party.status AS partyStatus
           FROM session JOIN user ON user.id = session.userId JOIN party ON party.id = user.partyId
           WHERE session.tokenHash = ?`,
          [tokenHash],
        )
      )[0],
    addSessions: (sessions: readonly Session[]) => sql.insert(sessionTable, sessions),
    touchSessions: (ids: readonly string[], at: Instant) =>
      sql.run('UPDATE session SET lastSeenAt = ? WHERE id IN (?) AND lastSeenAt < ?', [at, ids, at]),
    liveSessions: (userId: string, at: Instant) =>
      sql.select(
        sessionTable,
        'WHERE userId = ? AND endedAt IS NULL AND expiresAt > ? ORDER BY lastSeenAt DESC, id LIMIT 100',
        [userId, at],
      ),
    endSession: (userId: string, sessionId: string, at: Instant) =>
      sql.run('UPDATE session SET endedAt = ? WHERE id = ? AND userId = ? AND endedAt IS NULL', [
        at,
        sessionId,
        userId,
      ]),
    endOtherSessions: (userId: string, keptSessionId: string, at: Instant) =>
      sql.run('UPDATE session SET endedAt = ? WHERE userId = ? AND id <> ? AND endedAt IS NULL', [
        at,
        userId,
        keptSessionId,
      ]),

    addParties: (parties: readonly Party[]) => sql.insertMissing(partyTable, parties),
    addUsers: (users: readonly User[]) => sql.insertMissing(userTable, users),
    addAddresses: (addresses: readonly Address[]) => sql.insertMissing(addressTable, addresses),
    addSupplies: (supplies: readonly Supply[]) => sql.insertMissing(supplyTable, supplies),
  };
}

export const rolesOf = (signedIn: SignedIn) => JSON.parse(signedIn.roles) as Role[];
