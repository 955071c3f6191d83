import { type Almanac, Engine, type RuleProperties } from 'json-rules-engine';
import type { Cart, CartLine } from '../../../core/src/promotions/cart';
import type { Promotion } from '../../../core/src/promotions/model';

/**
 * The same promotions in `json-rules-engine`: each a rule of audience, window and condition over the goods in its scope.
 * It tells which conditions are met and computes no benefit, settles no conflict and spreads no fen.
 */
export function jsonRulesOver(promotions: readonly Promotion[]) {
  const engine = new Engine(promotions.map(ruleOf), { allowUndefinedFacts: true });
  const scopes = new Map(promotions.map(({ id, scope }) => [id, coverOf(scope)]));
  // Every promotion looks at the goods in its scope once; the engine keeps the answer for the run.
  engine.addFact('goods', async (params: Record<string, string>, almanac: Almanac) => {
    const lines: readonly CartLine[] = await almanac.factValue('lines');
    const covers = scopes.get(params.id as string) as (line: CartLine) => boolean;
    let amountFen = 0;
    let packs = 0;
    for (const line of lines) {
      if (!covers(line)) continue;
      amountFen += line.amountFen;
      packs += Math.floor(line.quantity / (line.units[1]?.factor ?? 1));
    }
    return { amountFen, packs };
  });
  engine.addOperator('coversRegion', (regionCode: string, prefixes: readonly string[]) =>
    prefixes.some((prefix) => regionCode.startsWith(prefix)),
  );
  return async ({ lines, buyer: { level, regionCode }, at }: Cart): Promise<number> => {
    const { events } = await engine.run({ lines, level, regionCode, at });
    return events.length;
  };
}

function ruleOf({ id, audience, startsAt, endsAt, rule }: Promotion): RuleProperties {
  const goods = { fact: 'goods', params: { id } };
  return {
    conditions: {
      all: [
        { fact: 'at', operator: 'greaterThanInclusive', value: startsAt, priority: 10 },
        { fact: 'at', operator: 'lessThan', value: endsAt, priority: 10 },
        ...(audience.levels.length > 0
          ? [{ fact: 'level', operator: 'in', value: audience.levels, priority: 10 }]
          : []),
        ...(audience.regionPrefixes.length > 0
          ? [{ fact: 'regionCode', operator: 'coversRegion', value: audience.regionPrefixes, priority: 10 }]
          : []),
        { ...goods, path: '$.amountFen', operator: 'greaterThan', value: 0 },
        ...thresholdsOf(rule).map(({ path, value }) => ({
          ...goods,
          path,
          operator: 'greaterThanInclusive',
          value,
        })),
      ],
    },
    event: { type: id },
  };
}

/** Where the condition of a rule begins, in whole packs or in fen. */
function thresholdsOf(rule: Promotion['rule']): readonly { readonly path: string; readonly value: number }[] {
  const first = Array.isArray(rule.tiers) ? (rule.tiers[0] as Promotion['rule']) : rule;
  const packs = first.fromQuantity ?? rule.buyQuantity ?? rule.nth ?? rule.pickCount;
  if (typeof packs === 'number') return [{ path: '$.packs', value: packs }];
  return typeof first.fromFen === 'number' ? [{ path: '$.amountFen', value: first.fromFen }] : [];
}

function coverOf({ skuIds, categories, brands }: Promotion['scope']): (line: CartLine) => boolean {
  if (skuIds.length + categories.length + brands.length === 0) return () => true;
  const names = new Set([...skuIds, ...categories, ...brands]);
  return ({ skuId, category, brand }) => names.has(skuId) || names.has(category) || names.has(brand);
}
