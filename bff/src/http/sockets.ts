import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { generalProblems } from './problem-table';

const codes: Readonly<Record<string, keyof typeof generalProblems>> = {
  HPE_HEADER_OVERFLOW: 'request.headersTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.tooSlow',
};

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what never became a request: bytes that are not HTTP, headers too large or too slow. */
export function answerBrokenSockets(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    const code = codes[error.code ?? ''] ?? 'request.malformed';
    const { status, title } = generalProblems[code];
    const body = JSON.stringify({ type: `urn:tongpan:problem:${code}`, title, status, code });
    socket.end(
      [
        `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
        'Connection: close',
        'Content-Type: application/problem+json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    );
  });
}
