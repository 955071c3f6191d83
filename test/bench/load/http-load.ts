import { closedLoop } from './closed-loop';
import { type HttpAnswer, HttpConnection } from './http-connection';
import { httpRequests } from './http-requests';
import type { HttpTarget, LoadOrder, LoadResult } from './load-model';

const approved = Buffer.from('"verdict":"approved"');

/** What an answer means to the count. */
export function outcomeOf({ status, head, body }: HttpAnswer, ask: HttpTarget['ask']): string {
  if (status === 0) return `connection lost: ${head}`;
  if (status !== 200 && status !== 201) return `status ${status}${codeOf(body)}`;
  if (ask === 'echo' || body.includes(approved)) return 'good';
  return `verdict ${/"verdict":"(\w+)"/.exec(body.toString('latin1'))?.[1] ?? 'missing'}`;
}

function codeOf(body: Buffer) {
  const code = /"code":"([\w.]+)"/.exec(body.toString('latin1'))?.[1];
  return code ? ` ${code}` : '';
}

/** Loads a system over HTTP, its ports in turn. */
export async function httpLoad(
  order: LoadOrder,
  target: HttpTarget,
  tell: (moment: 'began' | 'ended') => void,
): Promise<LoadResult> {
  const nextRequest = httpRequests(order, target);
  const connections = Array.from(
    { length: order.connections },
    (_, at) => new HttpConnection(target.ports[at % target.ports.length] as number),
  );
  try {
    return await closedLoop(
      order,
      (at, answered) =>
        (connections[at] as HttpConnection).send(nextRequest(), (answer) =>
          answered(outcomeOf(answer, target.ask)),
        ),
      tell,
    );
  } finally {
    for (const connection of connections) connection.close();
  }
}
