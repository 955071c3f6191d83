import { whenText } from '../../ui/format';
import type { Job, WorkEvent } from './queries';
import { eventWords, jobWords, queueWords } from './words';

/** A fact about work that is not done: its name and its words. */
export type Detail = readonly [name: string, words: string];

const or = (words: string) => words || '—';

/** All there is to say of a job. */
export const jobDetails = (job: Job): readonly Detail[] => [
  ['任务', `${job.title}（${job.name}）`],
  ['状态', jobWords[job.stage].text],
  ['应运行', whenText(job.dueAt)],
  job.endedAt === null ? ['下次运行', whenText(job.runAt)] : ['停止时间', whenText(job.endedAt)],
  ['已试次数', String(job.tries)],
  ['最近错误', or(job.error)],
  ['任务键', or(job.key)],
  ['编号', job.jobId],
];

/** All there is to say of an event. */
export const eventDetails = (event: WorkEvent): readonly Detail[] => [
  ['事件', `${event.title}（${event.name}）`],
  ['状态', eventWords[event.stage].text],
  ['发生时间', whenText(event.at)],
  ['下次重试', event.nextAt === null ? '—' : whenText(event.nextAt)],
  ['已试次数', String(event.tries)],
  ['最近错误', or(event.error)],
  ['对象', event.aggregate],
  ['排队', or(queueWords(event))],
  ['编号', event.eventId],
];

/** Details as somebody pastes them into a message to whoever mends it. */
export const detailsText = (details: readonly Detail[]) =>
  details.map(([name, words]) => `${name}：${words}`).join('\n');
