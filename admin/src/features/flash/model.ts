import type { Answer } from '../../api';

export type Activity = Answer<'flash', 'activities'>['items'][number];
export type Phase = Activity['phase'];

export const phaseWords: Readonly<Record<Phase, { text: string; color: string }>> = {
  draft: { text: '草稿', color: 'default' },
  planned: { text: '待开始', color: 'cyan' },
  warmed: { text: '已预热', color: 'blue' },
  open: { text: '抢购中', color: 'green' },
  closing: { text: '收尾中', color: 'orange' },
  stopped: { text: '已停止', color: 'red' },
  settled: { text: '已结算', color: 'purple' },
};

/** What may be done with an activity now; the server decides all the same. */
export const actionsFor = ({ phase, endsAt }: Pick<Activity, 'phase' | 'endsAt'>, nowMs: number) => ({
  edit: phase === 'draft',
  publish: phase === 'draft',
  stop: phase === 'planned' || phase === 'warmed' || phase === 'open' || phase === 'closing',
  settle: (phase === 'closing' || phase === 'stopped') && Date.parse(endsAt) <= nowMs,
});

const moving = new Set<Phase>(['warmed', 'open', 'closing']);

/** Whether the figures of an activity change by themselves. */
export const isMoving = ({ phase }: Pick<Activity, 'phase'>) => moving.has(phase);
