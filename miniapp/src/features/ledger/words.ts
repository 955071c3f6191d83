import type { Tone } from '@/ui/tag';
import type { Statement } from './queries';

export const statementWords: Readonly<Record<Statement['state'], { text: string; tone: Tone }>> = {
  issued: { text: '待确认', tone: 'warn' },
  confirmed: { text: '已确认', tone: 'success' },
  disputed: { text: '有异议', tone: 'danger' },
};

/** The days of a statement. */
export const periodText = ({ startsOn, untilOn }: Pick<Statement, 'startsOn' | 'untilOn'>) =>
  `${startsOn} 至 ${untilOn}`;
