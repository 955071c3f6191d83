import { type Agent, request } from 'node:http';
import { request as requestSecurely } from 'node:https';

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  /** For plain HTTP: keeps connections, and closes them all when the stand-in stops. */
  readonly agent: Agent;
}

/** Posts and answers with the status; null when none came in time, or the other side could not be reached. */
export function post({ url, headers, body, timeoutMs, agent }: Posting): Promise<number | null> {
  return new Promise((resolve) => {
    const isSecure = url.startsWith('https:');
    const length = Buffer.byteLength(body).toString();
    const options = { method: 'POST', headers: { ...headers, 'Content-Length': length } };
    const asking = isSecure ? requestSecurely(url, options) : request(url, { ...options, agent });
    const timer = setTimeout(() => asking.destroy(new Error('late')), timeoutMs);
    timer.unref();
    const end = (status: number | null) => {
      clearTimeout(timer);
      resolve(status);
    };
    asking.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => end(answer.statusCode ?? null));
      answer.on('error', () => end(null));
    });
    asking.on('error', () => end(null));
    asking.end(body);
  });
}
