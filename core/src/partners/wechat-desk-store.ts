import type { Caller, Instant, SqlParameter, Tx } from '../platform';
import { holding } from '../platform/database/like';
import { sqlOf } from '../platform/database/sql';
import type { WechatRebinding } from './wechat-binding';
import { wechatBindingTable, wechatRebindingTable } from './wechat-binding-tables';

export interface RebindingFilter {
  readonly state: WechatRebinding['state'] | null;
  readonly q: string;
  readonly after: string | null;
  readonly limit: number;
}

export interface BoundFilter {
  readonly q: string;
  readonly after: readonly [boundAt: Instant, userId: string, appid: string] | null;
  readonly limit: number;
}

type Words = readonly [condition: string, parameters: readonly SqlParameter[]];

/** Whom a caller decides for, as `decidesRebinding` says it of one user. */
const decidedBy = ({ userId, partyId, partyKind }: Caller): Words =>
  partyKind === 'hq'
    ? [`user.id <> ? AND (user.roles LIKE '%"owner"%' OR user.partyId = ?)`, [userId, partyId]]
    : [`user.id <> ? AND user.roles NOT LIKE '%"owner"%' AND user.partyId = ?`, [userId, partyId]];

const named = (q: string): Words =>
  q === ''
    ? ['1 = 1', []]
    : [
        `(user.name LIKE ? ESCAPE '!' OR user.loginName LIKE ? ESCAPE '!' OR party.name LIKE ? ESCAPE '!')`,
        [holding(q), holding(q), holding(q)],
      ];

/** The people whose WeChat a caller decides about. */
const meant = (caller: Caller, q: string): Words => {
  const [mine, mineParameters] = decidedBy(caller);
  const [words, wordParameters] = named(q);
  return [
    `userId IN (SELECT user.id FROM user JOIN party ON party.id = user.partyId WHERE ${mine} AND ${words})`,
    [...mineParameters, ...wordParameters],
  ];
};

/** What lies on the desk of whoever decides about the WeChats of others. */
export function wechatDeskStore(tx: Tx) {
  const sql = sqlOf(tx);
  return {
    /** Those that wait eldest first, others the latest first. */
    rebindings(caller: Caller, { state, q, after, limit }: RebindingFilter) {
      const [people, parameters] = meant(caller, q);
      const isQueue = state === 'waiting';
      return sql.select(
        wechatRebindingTable,
        `WHERE ${people} ${state === null ? '' : 'AND state = ?'}
         ${after === null ? '' : `AND id ${isQueue ? '>' : '<'} ?`}
         ORDER BY id ${isQueue ? 'ASC' : 'DESC'} LIMIT ?`,
        [...parameters, ...(state === null ? [] : [state]), ...(after === null ? [] : [after]), limit],
      );
    },
    /** How many wait for the caller’s word. */
    async waiting(caller: Caller): Promise<number> {
      const [people, parameters] = meant(caller, '');
      const [row] = await sql.rows<{ rebindings: number }>(
        `SELECT COUNT(*) AS rebindings FROM wechatRebinding WHERE state = 'waiting' AND ${people}`,
        parameters,
      );
      return Number(row?.rebindings ?? 0);
    },
    /** The latest bindings first. */
    bound(caller: Caller, { q, after, limit }: BoundFilter) {
      const [people, parameters] = meant(caller, q);
      const [boundAt, userId, appid] = after ?? [];
      const later =
        boundAt === undefined
          ? ''
          : `AND (boundAt < ? OR (boundAt = ? AND (userId > ? OR (userId = ? AND appid > ?))))`;
      return sql.select(
        wechatBindingTable,
        `WHERE unboundAt IS NULL AND ${people} ${later} ORDER BY boundAt DESC, userId, appid LIMIT ?`,
        [
          ...parameters,
          ...(boundAt === undefined || userId === undefined || appid === undefined
            ? []
            : [boundAt, boundAt, userId, userId, appid]),
          limit,
        ],
      );
    },
  };
}
