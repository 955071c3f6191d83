import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Koa from 'koa';

/** Serves an application on a free port of this machine, and answers which. */
export function listenSomewhere(app: Koa): Promise<number> {
  const handle = app.callback();
  const server = createServer(
    { keepAliveTimeout: 65_000 },
    (request, response) => void handle(request, response),
  );
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', backlog: 2_048 }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}
