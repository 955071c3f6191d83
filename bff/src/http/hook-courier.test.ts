import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openCourier } from './hook-courier';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

const listen = (answer: RequestListener) =>
  new Promise<string>((resolve) => {
    const server = createServer(answer);
    servers.push(server);
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
const letter = (url: string) => ({ url, headers: { 'X-Tongpan-Event': 'webhook.test' }, body: '{"id":"1"}' });
const courier = openCourier({ allowsLoopback: true });

it('brings the very body and reads no more than the status', async () => {
  const heard: string[] = [];
  const url = await listen((request, response) => {
    request.on('data', (part: Buffer) => heard.push(part.toString()));
    request.on('end', () => {
      response.writeHead(202).write('x'.repeat(100_000));
    });
  });

  expect(await courier.send(letter(url))).toMatchObject({ statusCode: 202, failure: '' });
  expect(heard.join('')).toBe('{"id":"1"}');
});

it('follows no redirect', async () => {
  let isReached = false;
  const inner = await listen((_, response) => {
    isReached = true;
    response.end();
  });
  const url = await listen((_, response) => response.writeHead(307, { Location: inner }).end());

  expect(await courier.send(letter(url))).toMatchObject({ statusCode: 307, failure: 'statusRefused' });
  expect(isReached).toBe(false);
});

it('says when nobody is there', async () => {
  const url = await listen((_, response) => response.end());
  servers.pop()?.close();

  expect(await courier.send(letter(url))).toMatchObject({ statusCode: null, failure: 'unreachable' });
});

it.each(['http://127.0.0.1:1/', 'http://localhost:1/', 'http://169.254.169.254/latest/', 'http://[::1]:1/'])(
  'reaches nothing inside: %s',
  async (url) => {
    const strict = openCourier({ allowsLoopback: false });

    expect(await strict.send(letter(url))).toMatchObject({ statusCode: null, failure: 'addressForbidden' });
  },
);
