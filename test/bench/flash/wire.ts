import { percentile } from '../statistics';
import type { Spread } from './flash-model';

/** A POST as it goes over the wire. */
export const postOf = (path: string, token: string, body: string) =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  return { count: sorted.length, p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99) };
}

/** What an answer came to: an outcome of the gate, or a status with its code. */
export const outcomeOf = (body: string, status: number): string =>
  status === 200
    ? (/"outcome":"(\w+)"/.exec(body)?.[1] ?? 'good')
    : `status ${status} ${/"code":"([\w.]+)"/.exec(body)?.[1] ?? ''}`.trim();
