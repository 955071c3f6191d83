import { setTimeout as wait } from 'node:timers/promises';
import { type Client, createClient } from '@tongpan/bff/src/client';

const tries = 6;

/** A client that speaks for one user at a time of its own; it asks again when the server is busy or away. */
export function clientAt(base: string, token: string): (at: number) => Client {
  return (at) =>
    createClient(async ({ method, path, body }) => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await ask(`${base}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'x-tongpan-at': String(at),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (answer && answer.status < 500 && answer.status !== 429) return answer;
        if (attempt === tries) return answer ?? { status: 503, body: null };
        // Every command carries an id, so asking again can do nothing twice.
        await wait(200 * 2 ** attempt);
      }
    });
}

async function ask(url: string, init: RequestInit) {
  try {
    const response = await fetch(url, init);
    return { status: response.status, body: (await response.json()) as unknown };
  } catch {
    return null;
  }
}
