import { answerQuestions } from '../worker-link';
import { httpLoad } from './http-load';
import type { HttpTarget, LoadOrder } from './load-model';

export interface LoadQuestion {
  readonly order: LoadOrder;
  readonly target: HttpTarget;
}

/** The load generator: a process of its own, so that what it costs is not counted as a server's. */
export function runLoadProcess(): void {
  answerQuestions<LoadQuestion>(({ order, target }, tell) => httpLoad(order, target, tell));
}
