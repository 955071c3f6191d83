import { lateAfterMs, stageOfEvent, stageOfJob } from './stages';

const now = 1_800_000_000_000;

it.each([
  ['waits until its time', { state: 'queued', runAt: now + 1, lockedUntil: null }, 'waiting'],
  [
    'waits while a worker may still come',
    { state: 'queued', runAt: now - lateAfterMs, lockedUntil: null },
    'waiting',
  ],
  ['is late when none came', { state: 'queued', runAt: now - lateAfterMs - 1, lockedUntil: null }, 'late'],
  ['runs while its runner is heard of', { state: 'running', runAt: 0, lockedUntil: now + 1 }, 'running'],
  ['is late when its runner fell silent', { state: 'running', runAt: 0, lockedUntil: now }, 'late'],
  ['is dead when it was given up', { state: 'dead', runAt: now, lockedUntil: null }, 'dead'],
] as const)('a job %s', (_, job, stage) => {
  expect(stageOfJob(job, now)).toBe(stage);
});

it.each([
  ['waits before its first try', { state: 'open', attempts: 0 }, 'waiting'],
  ['has failed once it was tried', { state: 'open', attempts: 1 }, 'failed'],
  ['is dead when it was given up', { state: 'dead', attempts: 12 }, 'dead'],
] as const)('an event %s', (_, event, stage) => {
  expect(stageOfEvent(event)).toBe(stage);
});
