import { type ChildProcess, fork } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What the parts of a benchmark that are processes of their own are called. */
export type PartName = 'echo' | 'minimal' | 'plain' | 'load' | 'inside' | 'flashWeb' | 'flashCrowd';

/** A part of the benchmark in a process of its own: it is asked one thing after the other. */
export interface Part {
  readonly pid: number;
  /** @throws Error when the process ends, or takes longer than `patienceMs` */
  ask<Answer>(question: unknown, hears?: (news: string) => void): Promise<Answer>;
  stop(): Promise<void>;
}

type Reply =
  | { readonly news: string }
  | { readonly answer: unknown }
  | { readonly failed: string }
  | { readonly ready: true };

const patienceMs = 15 * 60_000;
const stopWaitMs = 15_000;

/** Starts a part from this same bundle. Its output goes to a file, whose end is shown when it fails. */
export async function startPart(
  name: PartName,
  folder: string,
  nodeFlags: readonly string[] = [],
): Promise<Part> {
  const log = path.join(folder, `${name}-${Date.now()}.log`);
  const file = openSync(log, 'a');
  const child = fork(process.argv[1] as string, ['part', name], {
    execArgv: [...nodeFlags],
    stdio: ['ignore', file, file, 'ipc'],
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const failure = (what: string) =>
    new Error(`the ${name} process ${what}\n${readFileSync(log, 'utf8').slice(-2_000)}`);
  await reply(child, failure);

  return {
    pid: child.pid ?? 0,
    async ask<Answer>(question: unknown, hears: (news: string) => void = () => undefined) {
      child.send({ question });
      return (await reply(child, failure, hears)) as Answer;
    },
    async stop() {
      process.off('exit', endWithUs);
      await stopChild(child);
    },
  };
}

/** Ends a process, by force when it does not listen. */
export async function stopChild(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const deadline = Date.now() + stopWaitMs;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) await wait(20);
  child.kill('SIGKILL');
}

function reply(
  child: ChildProcess,
  failure: (what: string) => Error,
  hears: (news: string) => void = () => undefined,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      settled();
    };
    const onExit = () => settle(() => reject(failure('ended')));
    const onMessage = (message: Reply) => {
      if ('news' in message) hears(message.news);
      else if ('failed' in message) settle(() => reject(failure(`failed: ${message.failed}`)));
      else settle(() => resolve('answer' in message ? message.answer : undefined));
    };
    const timer = setTimeout(() => settle(() => reject(failure('did not answer'))), patienceMs);
    child.on('message', onMessage).on('exit', onExit);
  });
}

/** The other end: answers questions until the process that asks is gone. */
export function answerQuestions<Question>(
  answer: (question: Question, tell: (news: string) => void) => Promise<unknown>,
): void {
  const say = (message: Reply) => process.send?.(message);
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.on('message', ({ question }: { question: Question }) => {
    answer(question, (news) => say({ news })).then(
      (answer) => say({ answer }),
      (error: unknown) =>
        say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  say({ ready: true });
}
