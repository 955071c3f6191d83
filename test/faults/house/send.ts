import { Agent, request } from 'node:http';
import type { HttpAnswer, HttpRequest } from '@tongpan/bff';

/** Connections are kept, as browsers keep them, also across the death of whoever was behind them. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks once. The connection is dropped when the answer has not come in time. @throws Error */
export function send(
  base: string,
  asked: HttpRequest,
  token: string,
  patienceMs: number,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const text = asked.method === 'POST' ? JSON.stringify(asked.body) : undefined;
    const sent = request(`${base}${asked.path}`, {
      agent,
      method: asked.method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(text === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
      },
    });
    const patience = setTimeout(() => sent.destroy(new Error('no patience left')), patienceMs);
    const fail = (error: Error) => {
      clearTimeout(patience);
      reject(error);
    };
    sent.once('error', fail);
    sent.once('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', fail);
      answer.once('close', () => fail(new Error('the answer broke off')));
      answer.once('end', () => {
        clearTimeout(patience);
        try {
          const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
          resolve({ status: answer.statusCode ?? 0, body });
        } catch (error) {
          fail(error as Error);
        }
      });
    });
    sent.end(text);
  });
}
