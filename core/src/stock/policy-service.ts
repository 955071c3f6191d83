import { type Caller, type Day, pageOf, type Platform, readCursor, Refused, commandsOver } from '../platform';
import { loadSkus } from '../catalog';
import { usualMarkdowns } from './ageing-price';
import type { MarkdownBand } from './model';
import type { Buffer, ChannelQuota, LifeRule } from './policy-model';
import { policyStore } from './policy-store';
import { stockStore } from './store';

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type LifeRuleInput = Omit<LifeRule, 'id' | 'sellerId'> & { readonly ruleId: string };

export interface QuotaInput {
  readonly commandId: string;
  readonly skuId: string;
  readonly channel: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly quantity: number;
}

/** The desk that sets a seller's own rules for its stock. */
export function policyService({ database }: Platform) {
  const once = commandsOver(database);
  return {
    lifeRules: (caller: Caller, { cursor, limit }: Page) =>
      database.read(async (tx) => {
        const after = cursor ? readCursor(cursor, 'string')[0] : '';
        const found = await policyStore(tx).lifeRulePage(caller.partyId, after, limit + 1);
        return pageOf(found, limit, ({ id }) => [id]);
      }),

    /** Adds a rule of freshness; of two equally near, the later start answers. @throws command.idReused */
    addLifeRule: (caller: Caller, input: LifeRuleInput): Promise<LifeRule> =>
      once(caller, 'stock.addLifeRule', input.ruleId, input, async (tx) => {
        const { ruleId, ...asked } = input;
        const rule: LifeRule = { id: ruleId, sellerId: caller.partyId, ...asked };
        await policyStore(tx).addLifeRule(rule);
        return rule;
      }),

    /** @throws stock.lifeRuleUnknown, command.idReused */
    removeLifeRule: (caller: Caller, input: { ruleId: string; commandId: string }) =>
      once(caller, 'stock.removeLifeRule', input.commandId, input, async (tx) => {
        const removed = await policyStore(tx).removeLifeRule(caller.partyId, input.ruleId);
        if (removed === 0) throw new Refused('stock.lifeRuleUnknown');
        return { done: true as const };
      }),

    buffers: (caller: Caller, { cursor, limit }: Page) =>
      database.read(async (tx) => {
        const after = cursor ? readCursor(cursor, 'string', 'string') : (['', ''] as const);
        const found = await policyStore(tx).bufferPage(caller.partyId, after, limit + 1);
        return pageOf(found, limit, ({ skuId, warehouseId }) => [skuId, warehouseId]);
      }),

    /** Sets what stays unpromised; 0 keeps nothing back. @throws stock.warehouseUnknown, catalog.skuUnknown, command.idReused */
    setBuffer: (
      caller: Caller,
      input: { commandId: string; warehouseId?: string | undefined; skuId: string; quantity: number },
    ): Promise<Buffer> =>
      once(caller, 'stock.setBuffer', input.commandId, input, async (tx) => {
        const { warehouseId = '', skuId, quantity } = input;
        if (warehouseId !== '') {
          const [warehouse] = await stockStore(tx).warehouses([warehouseId]);
          if (warehouse?.ownerId !== caller.partyId) throw new Refused('stock.warehouseUnknown');
        }
        if (!(await loadSkus(tx, [skuId])).has(skuId)) throw new Refused('catalog.skuUnknown');
        const buffer = { ownerId: caller.partyId, warehouseId, skuId, quantity };
        await policyStore(tx).setBuffer(buffer);
        return buffer;
      }),

    quotas: (caller: Caller, { cursor, limit }: Page) =>
      database.read(async (tx) => {
        const after = cursor ? readCursor(cursor, 'string', 'string', 'string') : (['', '', ''] as const);
        const found = await policyStore(tx).quotaPage(caller.partyId, after, limit + 1);
        return pageOf(found, limit, ({ skuId, channel, startsOn }) => [skuId, channel, startsOn]);
      }),

    /**
     * Sets what a channel may take of a SKU in the period that begins on a day.
     * @throws catalog.skuUnknown, stock.datesCrossed, stock.quotaUsed, command.idReused
     */
    setQuota: (caller: Caller, input: QuotaInput): Promise<ChannelQuota> =>
      once(caller, 'stock.setQuota', input.commandId, input, async (tx) => {
        const { commandId: _, ...asked } = input;
        if (!(await loadSkus(tx, [asked.skuId])).has(asked.skuId)) throw new Refused('catalog.skuUnknown');
        if (asked.endsOn !== null && asked.endsOn <= asked.startsOn) throw new Refused('stock.datesCrossed');
        const wanted: ChannelQuota = { ...asked, sellerId: caller.partyId, used: 0 };
        if ((await policyStore(tx).addQuota(wanted)) === 1) return wanted;
        const before = await policyStore(tx).quotaLocked(wanted);
        if (!before || before.used > asked.quantity)
          throw new Refused('stock.quotaUsed', String(before?.used ?? 0));
        await policyStore(tx).resizeQuota(wanted);
        return { ...wanted, used: before.used };
      }),

    /** What ageing goods cost less; a seller that has set nothing has the usual markdowns. */
    markdowns: (caller: Caller): Promise<readonly MarkdownBand[]> =>
      database.read(async (tx) => {
        const own = await policyStore(tx).markdowns([caller.partyId]);
        return own.length > 0 ? own : usualMarkdowns;
      }),

    /** Replaces a seller's markdowns; none brings the usual ones back. @throws stock.bandTwice, command.idReused */
    setMarkdowns: (caller: Caller, input: { commandId: string; bands: readonly MarkdownBand[] }) =>
      once(caller, 'stock.setMarkdowns', input.commandId, input, async (tx) => {
        const { bands } = input;
        if (new Set(bands.map(({ fromBp }) => fromBp)).size < bands.length)
          throw new Refused('stock.bandTwice');
        const sellerId = caller.partyId;
        await policyStore(tx).replaceMarkdowns(
          sellerId,
          bands.map((band) => ({ ...band, sellerId })),
        );
        return bands.length > 0 ? bands : usualMarkdowns;
      }),
  };
}
