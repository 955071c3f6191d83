import { type Fen, formatYuan } from '../../platform/money';
import { laterKind } from '../kind';

interface DisplayDeal {
  readonly rewardFen: Fen;
  /** Photos that must be approved. */
  readonly proofCount: number;
  /** What the goods must come to in the window, net of returns; without it nothing is asked. */
  readonly fromFen?: Fen | null;
}

/** 陈列协议: a fixed sum once the display was proved by photos. */
export const displayDeal = laterKind<DisplayDeal>({
  name: 'displayDeal',
  title: '陈列协议',
  lane: 'later',
  counts: 'times',
  fields: [
    { name: 'rewardFen', title: '陈列费（元）', type: 'fen', min: 1 },
    { name: 'proofCount', title: '须核验通过的照片数', type: 'quantity', min: 1, max: 100 },
    { name: 'fromFen', title: '期内进货满（元）', type: 'fen', min: 1, isOptional: true },
  ],
  example: { rewardFen: 20_000, proofCount: 3, fromFen: 100_000 },
  hasCliffs: () => false,
  describe: ({ rewardFen, proofCount, fromFen }) =>
    `${fromFen == null ? '' : `进货满${formatYuan(fromFen)}，`}陈列照片核验${proofCount}张返${formatYuan(rewardFen)}`,
  earnedFen: ({ rewardFen, proofCount, fromFen }, earned) =>
    earned.proofCount >= proofCount && earned.amountFen >= (fromFen ?? 0) ? rewardFen : 0,
  near({ rewardFen, proofCount, fromFen }, earned) {
    const gain = { kind: 'off', fen: rewardFen } as const;
    const missingFen = (fromFen ?? 0) - earned.amountFen;
    if (missingFen > 0) return { missing: { fen: missingFen }, skuId: null, gain };
    const photos = proofCount - earned.proofCount;
    return photos > 0 ? { missing: { quantity: photos, unit: '张陈列照片' }, skuId: null, gain } : null;
  },
});
