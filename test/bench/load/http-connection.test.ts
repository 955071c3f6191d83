import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type HttpAnswer, HttpConnection } from './http-connection';

let server: Server;
let connection: HttpConnection;
let answer: (socket: Socket) => Promise<void>;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', () => void answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  connection = new HttpConnection((server.address() as AddressInfo).port);
});
afterEach(() => {
  connection.close();
  server.close();
});

const ask = () => new Promise<HttpAnswer>((resolve) => connection.send('GET / HTTP/1.1\r\n\r\n', resolve));
const inPieces =
  (...pieces: readonly string[]) =>
  async (socket: Socket) => {
    for (const piece of pieces) {
      socket.write(piece);
      await wait(10);
    }
  };

describe('a connection of the generator', () => {
  it.each([
    ['whole', ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello']],
    ['cut in the head', ['HTTP/1.1 200 OK\r\nConte', 'nt-Length: 5\r\n\r\nhello']],
    ['cut between the two ends of the head', ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r', '\nhello']],
    ['cut in the body', ['HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe', 'l', 'lo']],
  ])('reads an answer that comes %s', async (_, pieces) => {
    answer = inPieces(...pieces);

    const first = await ask();
    const second = await ask();

    expect([first.status, first.body.toString()]).toEqual([200, 'hello']);
    expect([second.status, second.body.toString()]).toEqual([200, 'hello']);
  });

  it('reads an answer in chunks to its end', async () => {
    answer = inPieces('HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n', '0\r\n\r\n');

    expect(await ask()).toMatchObject({ status: 503 });
  });

  it('says that there was no answer, and opens anew for the next request', async () => {
    answer = (socket) => Promise.resolve(void socket.destroy());
    expect(await ask()).toMatchObject({ status: 0 });

    answer = inPieces('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    expect(await ask()).toMatchObject({ status: 200 });
  });
});
