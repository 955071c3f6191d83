import { setTimeout as wait } from 'node:timers/promises';
import { HttpConnection } from '../load/http-connection';
import { orderIds } from '../order-stream';
import { randomFrom } from '../random';
import { answerQuestions } from '../worker-link';
import { playCrowd } from './crowd';
import type { CrowdQuestion, StretchQuestion, StretchResult } from './flash-model';
import { outcomeOf, postOf, spreadOf } from './wire';

/** The crowd before a flash sale: a process of its own, so that what it costs is not counted as a server's. */
export function runCrowdProcess(): void {
  answerQuestions<CrowdQuestion | StretchQuestion>((question) =>
    'play' in question ? playCrowd(question.play) : playStretch(question.stretch),
  );
}

/** Buyers ask in turn, each request with an id of its own, and what is answered within the window counts. */
async function playStretch(stretch: StretchQuestion['stretch']): Promise<StretchResult> {
  const { port, tokens, path, activityId, connections, warmMs, windowMs, seed } = stretch;
  const newId = orderIds();
  const outcomes: Record<string, number> = {};
  const latencies: number[] = [];
  let turn = randomFrom(seed)(tokens.length);
  let phase: 'warm' | 'window' | 'over' = 'warm';
  const all = Array.from({ length: connections }, () => new HttpConnection(port));
  const next = (connection: HttpConnection) => {
    if (phase === 'over') return;
    turn = (turn + 1) % tokens.length;
    const sentAt = performance.now();
    const body = `{"activityId":"${activityId}","requestId":"${newId()}","quantity":1}`;
    connection.send(postOf(path, tokens[turn] as string, body), (answer) => {
      if (phase === 'window') {
        latencies.push(performance.now() - sentAt);
        const outcome = outcomeOf(answer.body.toString('latin1'), answer.status);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }
      next(connection);
    });
  };
  for (const connection of all) next(connection);
  await wait(warmMs);
  phase = 'window';
  const startedAt = performance.now();
  await wait(windowMs);
  const seconds = (performance.now() - startedAt) / 1_000;
  phase = 'over';
  for (const connection of all) connection.close();
  const { count, p50Ms, p99Ms } = spreadOf(latencies);
  return { perSecond: count / seconds, p50Ms, p99Ms, outcomes };
}
