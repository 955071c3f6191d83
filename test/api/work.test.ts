import type { Client } from '@tongpan/bff';
import { emit } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

const minute = 60_000;

/** Who looks after the house sees what it has not done, and lets it try again what it gave up. */
forEachEngine('jobs and events', (engine) => {
  let shop: Shop;
  let hq: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openShop(engine);
    hq = await shop.as('hq');
    // What founding the company has left to do is not this suite's.
    await shop.core.outbox.drain();
    await shop.core.jobs.runDue();
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const now = () => shop.core.clock.now();
  /** A job as it stands after it has been asked for, and then whatever became of it. */
  const aJob = async (became: string, more: { key?: string; lastError?: string; runInMs?: number } = {}) => {
    count += 1;
    const { key = `test-${count}`, lastError = null, runInMs = 10 * minute } = more;
    await shop.core.database.transaction((tx) =>
      shop.core.jobs.enqueue(tx, { name: 'insight.tally', key, payload: null, runAt: now() + runInMs }),
    );
    const slotKey = `insight.tally:${key}`;
    await shop.run(`UPDATE job SET ${became}, lastError = ? WHERE slotKey = ?`, [lastError, slotKey]);
    const [row] = await shop.rows<{ id: string }>('SELECT id FROM job WHERE slotKey = ?', [slotKey]);
    return row?.id ?? '';
  };
  const aDeadJob = (lastError = 'it broke', key?: string) =>
    aJob(`state = 'dead', attempts = 8, finishedAt = ${now()}`, { lastError, ...(key ? { key } : {}) });
  const anEvent = async (aggregate: string, became: string, lastError: string | null = null) => {
    const id = shop.newId();
    await shop.core.database.transaction((tx) =>
      emit(tx, [
        { id, name: 'order.balanceDue', version: 1, aggregate, at: now(), payload: { orderId: 'NONE' } },
      ]),
    );
    await shop.run(`UPDATE outboxEvent SET ${became}, lastError = ? WHERE id = ?`, [lastError, id]);
    return id;
  };
  const jobRow = async (jobId: string) =>
    (await hq.work.jobs({ limit: 100 })).items.find((job) => job.jobId === jobId);
  const eventRow = async (eventId: string) =>
    (await hq.work.events({ limit: 100 })).items.find((event) => event.eventId === eventId);

  it('says everything it does in words', async () => {
    const { jobKinds, eventKinds } = await hq.work.overview({});

    expect(jobKinds.length).toBeGreaterThan(20);
    expect(eventKinds.length).toBeGreaterThan(10);
    expect([...jobKinds, ...eventKinds].filter(({ title }) => !/[一-龥]/.test(title))).toEqual([]);
  });

  it('tells jobs apart by how they stand, and counts them as it lists them', async () => {
    const before = (await hq.work.overview({})).jobs;
    const waiting = await aJob('attempts = 2', { lastError: 'not yet' });
    const late = await aJob('attempts = 0', { runInMs: -2 * minute });
    const running = await aJob(`state = 'running', lockedUntil = ${now() + 30 * minute}`);
    const silent = await aJob(`state = 'running', lockedUntil = ${now() - 1}`);
    const dead = await aDeadJob();

    const stages = await Promise.all(
      (['waiting', 'running', 'late', 'dead'] as const).map(async (stage) => {
        const { items } = await hq.work.jobs({ stage, limit: 100 });
        expect(items.every((job) => job.stage === stage)).toBe(true);
        return items.map(({ jobId }) => jobId);
      }),
    );

    expect(stages[0]).toContain(waiting);
    expect(stages[1]).toEqual([running]);
    expect(stages[2]).toEqual([late, silent]);
    expect(stages[3]).toEqual([dead]);
    expect((await hq.work.overview({})).jobs).toEqual({
      waiting: before.waiting + 1,
      running: 1,
      late: before.late + 2,
      dead: 1,
    });
    expect(await jobRow(waiting)).toMatchObject({ title: '汇总经营数据', tries: 2, error: 'not yet' });
    await shop.run("DELETE FROM job WHERE name = 'insight.tally'");
  });

  it('comes page by page, with none twice and none missing', async () => {
    const made = [];
    for (let of = 0; of < 5; of += 1) made.push(await aDeadJob());
    const found: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await hq.work.jobs({ stage: 'dead', limit: 2, ...(cursor ? { cursor } : {}) });
      found.push(...page.items.map(({ jobId }) => jobId));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }

    expect([...found].sort()).toEqual([...made].sort());
    expect((await hq.work.jobs({ name: 'stock.purge', stage: 'dead' })).items).toEqual([]);
    await shop.run("DELETE FROM job WHERE name = 'insight.tally'");
  });

  it('says what went wrong without telling of whom', async () => {
    const jobId = await aDeadJob(
      "Duplicate entry '13800138000' for key 'ux_user_phone'\nparameters:['王芳', 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M']",
      'quiet',
    );

    const seen = await jobRow(jobId);

    expect(seen).toMatchObject({ key: 'quiet', error: "Duplicate entry '…' for key 'ux_user_phone'" });
    expect(Object.keys(seen ?? {})).not.toContain('payload');
    await shop.run("DELETE FROM job WHERE name = 'insight.tally'");
  });

  it('runs a dead job again, once however often it is said', async () => {
    const jobId = await aDeadJob();
    const command = { ...said(), jobId };

    await hq.work.retryJob(command);
    expect(await jobRow(jobId)).toMatchObject({ tries: 0, endedAt: null });
    await shop.core.jobs.runDue();
    const after = await shop.everything();
    await hq.work.retryJob(command);

    expect(await jobRow(jobId)).toBeUndefined();
    expect(await shop.everything()).toEqual(after);
    expect((await shop.rows('SELECT state FROM job WHERE id = ?', [jobId]))[0]).toEqual({ state: 'done' });
  });

  it('tells the second of two who let it try again that somebody has', async () => {
    const jobId = await aDeadJob();
    const say = () => hq.work.retryJob({ ...said(), jobId });

    const outcomes = await Promise.all([outcomeOf(say()), outcomeOf(say())]);

    expect([...outcomes].sort()).toEqual(['ok', 'work.notDead']);
    expect(await codeOf(say())).toBe('work.notDead');
    await shop.core.jobs.runDue();
  });

  it('shows which event holds others back, and brings all of them when it is tried again', async () => {
    const first = await anEvent('order:HELD', `state = 'dead', attempts = 12`, 'messages.tell: away');
    const second = await anEvent('order:HELD', 'attempts = 0');
    const third = await anEvent('order:HELD', 'attempts = 0');
    await shop.core.outbox.drain();
    expect(await eventRow(first)).toMatchObject({
      title: '尾款开始支付',
      stage: 'dead',
      tries: 12,
      nextAt: null,
      error: 'messages.tell: away',
      holdsBack: 2,
      isHeldBack: false,
    });
    expect(await eventRow(third)).toMatchObject({ stage: 'waiting', isHeldBack: true, holdsBack: 0 });
    expect((await hq.work.overview({})).events).toMatchObject({ dead: 1, waiting: 2 });

    await hq.work.retryEvent({ ...said(), eventId: first });
    await shop.core.outbox.drain();

    for (const eventId of [first, second, third]) expect(await eventRow(eventId)).toBeUndefined();
    expect(await codeOf(hq.work.retryEvent({ ...said(), eventId: first }))).toBe('work.notDead');
  });

  it('shows an event that has failed, and when it is tried again', async () => {
    const nextAttemptAt = now() + 5 * minute;
    const failed = await anEvent(
      'order:FAILED',
      `attempts = 3, nextAttemptAt = ${nextAttemptAt}`,
      'stock.arrival: slow',
    );
    await anEvent('order:FAILED', 'attempts = 0');

    const { items } = await hq.work.events({ stage: 'failed' });

    expect(items).toMatchObject([
      { eventId: failed, nextAt: new Date(nextAttemptAt).toISOString(), holdsBack: 1, isHeldBack: false },
    ]);
    expect((await hq.work.overview({})).events.failed).toBe(1);
    expect(await codeOf(hq.work.retryEvent({ ...said(), eventId: failed }))).toBe('work.notDead');
    shop.passTime(6 * minute);
    await shop.core.outbox.drain();
    expect(await eventRow(failed)).toBeUndefined();
  });

  it('waits at the desk of HQ’s owner as long as it is dead', async () => {
    const waitingFor = async (one: Client) =>
      (await one.insight.desk({})).waiting.filter(({ kind }) => kind.startsWith('dead'));
    const jobId = await aDeadJob();

    expect(await waitingFor(hq)).toMatchObject([{ kind: 'deadJobs', title: '停止的后台任务', count: 1 }]);
    expect(await waitingFor(await shop.as('hq-money'))).toEqual([]);
    await hq.work.retryJob({ ...said(), jobId });
    expect(await waitingFor(hq)).toEqual([]);
    await shop.core.jobs.runDue();
  });

  it('is in the log with who let it be tried again', async () => {
    const jobId = await aDeadJob();
    await hq.work.retryJob({ ...said(), jobId });
    await shop.core.auditLog.flush();

    const { items } = await hq.auditLog.list({ route: 'work', subjectId: jobId });

    expect(items).toMatchObject([{ route: 'work.retryJob', outcome: 'done', user: { userId: 'U-hq' } }]);
    await shop.core.jobs.runDue();
  });

  it('stands beside what the process was started with', async () => {
    const { items } = await hq.system.settings({});

    expect(items.length).toBeGreaterThan(10);
    expect(items.filter(({ title, hint }) => !/[一-龥A-Z]/.test(title) || !/[一-龥]/.test(hint))).toEqual([]);
    expect(items.find(({ variable }) => variable === 'SESSION_DAYS')).toMatchObject({
      title: '登录有效天数',
    });
  });

  it('is not for HQ’s other people', async () => {
    const books = await shop.as('hq-money');

    expect(await codeOf(books.work.jobs({}))).toBe('access.denied');
    expect(await codeOf(books.work.retryJob({ ...said(), jobId: 'ANY' }))).toBe('access.denied');
  });

  endsWithBooks(() => shop);
});
