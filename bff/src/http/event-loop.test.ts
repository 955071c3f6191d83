import { type EventLoopWatch, watchEventLoop } from './event-loop';

let watch: EventLoopWatch;
afterEach(() => watch.stop());

/** Keeps the event loop from everything else, then lets it turn once. */
async function block(ms: number) {
  const until = performance.now() + ms;
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

it('forgives one pause, and tells of two in a row', async () => {
  watch = watchEventLoop(100);

  await block(300);
  expect(watch.isLate()).toBe(false);

  for (let beat = 0; beat < 4; beat += 1) await block(300);
  expect(watch.isLate()).toBe(true);
});

it('is over when a beat is on time again', async () => {
  watch = watchEventLoop(100);
  for (let beat = 0; beat < 4; beat += 1) await block(300);

  for (let turn = 0; turn < 100 && watch.isLate(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  expect(watch.isLate()).toBe(false);
});
