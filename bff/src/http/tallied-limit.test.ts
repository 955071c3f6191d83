import { talliedLimit } from './tallied-limit';

const windowMs = 60_000;

/** One limiter that many processes share, with one window and a time of its own. */
function aLimiter(points: number) {
  let taken = 0;
  let nowMs = 0;
  let answers = (): Promise<void> => Promise.resolve();
  const asked: number[] = [];
  const ask = async (_name: string, cost: number) => {
    asked.push(cost);
    taken += cost;
    const remaining = Math.max(0, points - taken);
    const allowed = taken <= points;
    await answers();
    const endsMs = windowMs - (nowMs % windowMs);
    return { allowed, remaining, retryAfterMs: endsMs, windowEndsAfterMs: endsMs };
  };
  return {
    asked,
    ask,
    aProcess: (options: { kept?: number } = {}) =>
      talliedLimit({ points, windowMs }, ask, { ...options, nowMs: () => nowMs }),
    beginWindow: () => {
      nowMs += windowMs;
      taken = 0;
    },
    hold: () => {
      let open = () => undefined as void;
      const gate = new Promise<void>((resolve) => (open = resolve));
      answers = () => gate;
      return () => open();
    },
  };
}

/** Takes one after the other and answers how many were let in. */
async function takeMany(take: () => number | Promise<number>, count: number) {
  let letIn = 0;
  for (let turn = 0; turn < count; turn += 1) if ((await take()) === 0) letIn += 1;
  return letIn;
}

it.each([1, 3, 19, 20, 100, 1_200])('lets in exactly %i through one process', async (points) => {
  const { aProcess } = aLimiter(points);
  const limit = aProcess();

  expect(await takeMany(() => limit.take('user1'), points * 2)).toBe(points);
});

it('waits for nobody while a name is far from its limit', () => {
  const { aProcess, hold } = aLimiter(1_200);
  hold();
  const limit = aProcess();

  const answers = Array.from({ length: 60 }, () => limit.take('user1'));

  expect(answers).toEqual(Array(60).fill(0));
  expect(limit.take('user1')).toBeInstanceOf(Promise);
});

it('tells many requests at once', async () => {
  const { aProcess, asked } = aLimiter(1_200);
  const limit = aProcess();

  await takeMany(() => limit.take('user1'), 1_000);

  expect(asked.length).toBeLessThan(60);
  expect(asked.reduce((total, cost) => total + cost, 0)).toBeLessThanOrEqual(1_000);
});

it.each([
  [2, 100],
  [4, 1_200],
])('lets in through %i processes at most a twentieth of %i more for each', async (processes, points) => {
  const { aProcess } = aLimiter(points);
  const limits = Array.from({ length: processes }, () => aProcess());

  const letIn = await Promise.all(limits.map((limit) => takeMany(() => limit.take('user1'), points)));

  const total = letIn.reduce((sum, one) => sum + one, 0);
  expect(total).toBeGreaterThanOrEqual(points - processes);
  expect(total).toBeLessThanOrEqual(points + (processes * points) / 20);
});

it('refuses without asking until the window is over, and then begins anew', async () => {
  const { aProcess, asked, beginWindow } = aLimiter(40);
  const limit = aProcess();
  await takeMany(() => limit.take('user1'), 60);
  const askedBefore = asked.length;

  expect(limit.take('user1')).toBe(windowMs);
  expect(asked).toHaveLength(askedBefore);

  beginWindow();
  expect(await takeMany(() => limit.take('user1'), 60)).toBe(40);
});

it('counts each name by itself, and keeps a bounded number of them', async () => {
  const { aProcess } = aLimiter(1_000_000);
  const limit = aProcess({ kept: 10 });

  const answers = await Promise.all(Array.from({ length: 1_000 }, async (_, at) => limit.take(`user${at}`)));

  expect(answers.every((waitMs) => waitMs === 0)).toBe(true);
});

it('lets in when the limiter does not answer', async () => {
  const limit = talliedLimit({ points: 2, windowMs }, async () => null);

  expect(await takeMany(() => limit.take('user1'), 5)).toBe(5);
});

it('holds many requests at once to the limit as well', async () => {
  const { aProcess } = aLimiter(40);
  const limit = aProcess();

  const answers = await Promise.all(Array.from({ length: 100 }, async () => limit.take('user1')));

  expect(answers.filter((waitMs) => waitMs === 0)).toHaveLength(40);
});
