import { answerQuestions } from '../worker-link';
import { httpLoad } from './http-load';
import type { HttpTarget, LoadOrder, OpenLoadOrder } from './load-model';
import { openLoop } from './open-loop';

export interface LoadQuestion {
  readonly order: LoadOrder;
  readonly target: HttpTarget;
}

export interface OpenLoadQuestion {
  readonly openOrder: OpenLoadOrder;
  readonly target: HttpTarget;
}

/** The load generator: a process of its own, so that what it costs is not counted as a server's. */
export function runLoadProcess(): void {
  answerQuestions<LoadQuestion | OpenLoadQuestion>((question, tell) =>
    'openOrder' in question
      ? openLoop(question.openOrder, question.target)
      : httpLoad(question.order, question.target, tell),
  );
}
