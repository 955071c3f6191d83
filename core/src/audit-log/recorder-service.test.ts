import { auditRecorder, collectMs, mostWaiting, type Waiting } from './recorder-service';
import { aRecorded } from './testing';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A recorder over a log that can be away. */
function aRecorder(delayMs?: number | null) {
  const written: (readonly Waiting[])[] = [];
  const complaints: string[] = [];
  const outside = { isAway: false };
  let made = 0;
  const complain = (_: object, words: string) => void complaints.push(words);
  const recorder = auditRecorder(
    {
      newId: () => `ENTRY-${(made += 1)}`,
      log: { info: () => undefined, warn: complain, error: complain },
      write: async (some) => {
        if (outside.isAway) throw new Error('away');
        written.push(some);
      },
    },
    delayMs,
  );
  return { recorder, written, complaints, outside };
}

const times = (count: number, work: (at: number) => void) =>
  Array.from({ length: count }, (_, at) => work(at));

it('writes what came together in one go, and none of it before its time', async () => {
  const { recorder, written } = aRecorder();

  times(3, () => recorder.record(aRecorded()));
  await jest.advanceTimersByTimeAsync(collectMs - 1);
  expect(written).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);

  expect(written.map((some) => some.map(({ entry }) => entry.id))).toEqual([
    ['ENTRY-1', 'ENTRY-2', 'ENTRY-3'],
  ]);
});

it('does not wait once two hundred are there', async () => {
  const { recorder, written } = aRecorder(null);

  times(450, () => recorder.record(aRecorded()));
  await jest.advanceTimersByTimeAsync(0);
  await recorder.flush();

  expect(written.map(({ length }) => length)).toEqual([200, 200, 50]);
});

it('keeps what could not be written, says so once, and writes it when the database is back', async () => {
  const { recorder, written, complaints, outside } = aRecorder();
  outside.isAway = true;
  recorder.record(aRecorded());
  await jest.advanceTimersByTimeAsync(3 * collectMs);
  expect(complaints).toEqual(['the audit log waits']);

  outside.isAway = false;
  await jest.advanceTimersByTimeAsync(collectMs);

  expect(written).toHaveLength(1);
});

it('keeps a bounded number, counts what is lost beyond, and never throws at who records', () => {
  const { recorder, complaints, outside } = aRecorder();
  outside.isAway = true;

  times(mostWaiting + 7, () => recorder.record(aRecorded()));

  expect(recorder.dropped()).toBe(7);
  expect(complaints).toEqual(['the audit log loses entries']);
});

it('writes what waits when the process stops, and does not hang when it cannot', async () => {
  const { recorder, written } = aRecorder();
  recorder.record(aRecorded());
  await recorder.close();
  expect(written).toHaveLength(1);

  const stuck = aRecorder();
  stuck.outside.isAway = true;
  stuck.recorder.record(aRecorded());
  await stuck.recorder.close();

  expect(stuck.complaints).toContain('the audit log could not be written');
});

it('cuts secrets and whatever is longer than its column on the way in', async () => {
  const { recorder, written } = aRecorder();

  recorder.record(
    aRecorded({
      input: { loginName: 'boss', password: 'p' },
      device: 'd'.repeat(300),
      subjectId: 's'.repeat(300),
    }),
  );
  await recorder.flush();

  const entry = written[0]?.[0]?.entry;
  expect(entry?.input).toEqual({ loginName: 'boss', password: '…' });
  expect([entry?.device.length, entry?.subjectId.length]).toEqual([200, 100]);
});
