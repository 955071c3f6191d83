import { detailsText, eventDetails, jobDetails } from './details';
import type { Job, WorkEvent } from './queries';

const job: Job = {
  jobId: 'J1',
  name: 'messages.send',
  title: '发送微信通知',
  key: 'S1:0',
  stage: 'dead',
  dueAt: '2026-11-22T02:00:00.000Z',
  runAt: '2026-11-22T02:30:00.000Z',
  tries: 8,
  endedAt: '2026-11-22T03:00:00.000Z',
  error: '',
};
const event: WorkEvent = {
  eventId: 'E1',
  name: 'order.signed',
  title: '订单已签收',
  aggregate: 'order:O1',
  stage: 'failed',
  at: '2026-11-22T02:00:00.000Z',
  nextAt: '2026-11-22T02:01:00.000Z',
  tries: 3,
  error: 'stock.arrival: timeout',
  isHeldBack: false,
  holdsBack: 2,
};

it('tells when a job was given up instead of when it runs next', () => {
  expect(jobDetails(job)).toContainEqual(['停止时间', '2026-11-22 11:00']);
  expect(jobDetails({ ...job, stage: 'late', endedAt: null })).toContainEqual([
    '下次运行',
    '2026-11-22 10:30',
  ]);
});

it('says of nothing that it is nothing', () => {
  expect(jobDetails(job)).toContainEqual(['最近错误', '—']);
  expect(eventDetails({ ...event, nextAt: null, holdsBack: 0 })).toEqual(
    expect.arrayContaining([
      ['下次重试', '—'],
      ['排队', '—'],
    ]),
  );
});

it('is pasted line by line', () => {
  expect(detailsText(eventDetails(event)).split('\n')).toEqual([
    '事件：订单已签收（order.signed）',
    '状态：失败待重试',
    '发生时间：2026-11-22 10:00',
    '下次重试：2026-11-22 10:01',
    '已试次数：3',
    '最近错误：stock.arrival: timeout',
    '对象：order:O1',
    '排队：挡住后面 2 个',
    '编号：E1',
  ]);
});
