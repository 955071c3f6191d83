import { ApiProblem } from '@/api';
import { createIdKeeper, endsPending } from './id-keeper';
import { newId } from './new-id';
import { forget, keep, readKept } from './storage';

const keeper = createIdKeeper({ newId, read: readKept, keep, forget });
const underWay = new Map<string, Promise<unknown>>();

export interface Command<Body, Outcome> {
  /** What this command is about, like `place` of one basket or `cancel` of one order. */
  readonly name: string;
  /** What the user asked for: while it stays the same, a repeat is the same command. */
  readonly fingerprint: string;
  readonly body: Body;
  readonly send: (id: string, body: Body) => Promise<Outcome>;
}

/**
 * Sends a command so that it happens once: a double tap joins the first, and a retry after a lost answer
 * repeats its id and body.
 */
export function sendOnce<Body, Outcome>(command: Command<Body, Outcome>): Promise<Outcome> {
  const key = `${command.name} ${command.fingerprint}`;
  const running = underWay.get(key) as Promise<Outcome> | undefined;
  if (running) return running;
  const outcome = sendKept(command).finally(() => underWay.delete(key));
  underWay.set(key, outcome);
  return outcome;
}

async function sendKept<Body, Outcome>({ name, fingerprint, body, send }: Command<Body, Outcome>) {
  const pending = keeper.begin(name, fingerprint, body);
  try {
    const outcome = await send(pending.id, pending.body);
    keeper.settle(name);
    return outcome;
  } catch (error) {
    if (error instanceof ApiProblem && endsPending(error.code)) keeper.settle(name);
    throw error;
  }
}
