import { dealFen, type Fen, formatYuan, sum } from '../../platform/money';
import { benefitKind, type Item, type Near, nothing } from '../kind';

interface ThresholdOff {
  /** Ascending by `fromFen`. */
  readonly tiers: readonly { readonly fromFen: Fen; readonly offFen: Fen }[];
  /** 每满: the first tier as often as the amount holds it; else the highest tier once. */
  readonly isPerMultiple: boolean;
}

/** 满减: from an amount on, fen off. */
export const thresholdOff = benefitKind<ThresholdOff>({
  name: 'thresholdOff',
  title: '满减',
  lane: 'threshold',
  counts: 'times',
  fields: [
    {
      name: 'tiers',
      title: '档位',
      type: 'rows',
      rows: [
        { name: 'fromFen', title: '满（元）', type: 'fen', min: 1 },
        { name: 'offFen', title: '减（元）', type: 'fen', min: 1 },
      ],
    },
    { name: 'isPerMultiple', title: '每满减（上不封顶，按第一档）', type: 'flag' },
  ],
  check: ({ tiers }) => [
    ...(tiers.some(({ fromFen, offFen }) => offFen > fromFen) ? ['promotions.offAboveThreshold'] : []),
    ...(tiers.some(({ fromFen, offFen }, at) => {
      const before = tiers[at - 1];
      return before !== undefined && (fromFen <= before.fromFen || offFen <= before.offFen);
    })
      ? ['promotions.tiersNotRising']
      : []),
  ],
  describe: ({ tiers, isPerMultiple }) =>
    tiers
      .slice(0, isPerMultiple ? 1 : tiers.length)
      .map(
        ({ fromFen, offFen }) =>
          `${isPerMultiple ? '每' : ''}满${formatYuan(fromFen)}减${formatYuan(offFen)}`,
      )
      .join('，'),
  apply(rule, { items, limit }) {
    const reachedFen = sum(items.map(({ conditionFen }) => conditionFen));
    const { times, offFen, next } = reached(rule, reachedFen, limit);
    const near: Near | null =
      next === null || times >= limit
        ? null
        : {
            missing: { fen: next.fromFen - reachedFen },
            skuId: null,
            gain: { kind: 'off', fen: next.offFen - offFen },
          };
    if (times === 0) return { ...nothing, near };
    return {
      effect: {
        times,
        offs: spread(items, offFen),
        gifts: [],
        uses: items.map(({ key, quantity }) => ({ key, quantity })),
        freightOffFen: 0,
      },
      near,
    };
  },
});

function reached({ tiers, isPerMultiple }: ThresholdOff, amountFen: Fen, limit: number) {
  const first = tiers[0] as ThresholdOff['tiers'][number];
  if (isPerMultiple) {
    const times = Math.min(limit, Math.floor(amountFen / first.fromFen));
    const more = times + 1;
    return {
      times,
      offFen: times * first.offFen,
      next: { fromFen: more * first.fromFen, offFen: more * first.offFen },
    };
  }
  const steps = limit > 0 ? tiers.filter(({ fromFen }) => fromFen <= amountFen) : [];
  return {
    times: steps.length > 0 ? 1 : 0,
    offFen: steps.at(-1)?.offFen ?? 0,
    next: tiers[steps.length] ?? null,
  };
}

/** Fen off some items, by what they cost now; never more than that. */
function spread(items: readonly Item[], offFen: Fen) {
  const amounts = items.map(({ amountFen }) => amountFen);
  const fens = dealFen(Math.min(offFen, sum(amounts)), amounts);
  return items.map(({ key, quantity }, at) => ({ key, quantity, offFen: fens[at] as Fen }));
}
