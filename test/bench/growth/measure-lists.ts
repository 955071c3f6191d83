import { type HttpAnswer, HttpConnection } from '../load/http-connection';
import { percentile } from '../statistics';
import type { ListRequest } from './list-requests';

const repeats = 15;
/** A list that takes so long has told enough after three times. */
const slowMs = 400;
const slowRepeats = 3;

/** The p50 of each list in milliseconds, or why it was not answered. */
export async function measureLists(
  port: number,
  tokens: ReadonlyMap<string, string>,
  requests: readonly ListRequest[],
): Promise<ReadonlyMap<string, number | string>> {
  const connection = new HttpConnection(port);
  const measured = new Map<string, number | string>();
  try {
    for (const { name, path, caller } of requests) {
      const text = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${tokens.get(caller.partyId) ?? ''}\r\n\r\n`;
      const tookMs: number[] = [];
      let refusal: string | null = null;
      for (let repeat = 0; repeat < repeats && refusal === null; repeat += 1) {
        const sentAt = performance.now();
        const { status, body } = await answerTo(connection, text);
        if (status !== 200) refusal = `${status} ${/"code":"([\w.]+)"/.exec(body.toString())?.[1] ?? ''}`;
        tookMs.push(performance.now() - sentAt);
        if (repeat + 1 >= slowRepeats && (tookMs[0] as number) > slowMs) break;
      }
      measured.set(
        name,
        refusal ??
          percentile(
            tookMs.sort((left, right) => left - right),
            0.5,
          ),
      );
    }
  } finally {
    connection.close();
  }
  return measured;
}

const answerTo = (connection: HttpConnection, text: string) =>
  new Promise<HttpAnswer>((resolve) => connection.send(text, resolve));
