import type { StateWords } from '../../ui/state-tag';
import type { Job, WorkEvent } from './queries';

/** How a job stands, in the order of the filter. */
export const jobWords: Record<Job['stage'], StateWords> = {
  waiting: { text: '待运行', color: 'default' },
  running: { text: '运行中', color: 'blue' },
  late: { text: '超时未运行', color: 'orange' },
  dead: { text: '已停止', color: 'red' },
};

/** How an event stands, in the order of the filter. */
export const eventWords: Record<WorkEvent['stage'], StateWords> = {
  waiting: { text: '待送达', color: 'default' },
  failed: { text: '失败待重试', color: 'orange' },
  dead: { text: '已停止', color: 'red' },
};

/** Why an event waits, or what waits for it. */
export function queueWords({ isHeldBack, holdsBack }: Pick<WorkEvent, 'isHeldBack' | 'holdsBack'>): string {
  if (isHeldBack) return '等前一个事件';
  return holdsBack > 0 ? `挡住后面 ${holdsBack} 个` : '';
}
