import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  /** 0: the connection broke before there was one. */
  readonly status: number;
  /** Status line and headers; of a broken connection the reason. */
  readonly head: string;
  readonly body: Buffer;
}

const endOfHead = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

/**
 * A connection that is kept and carries one request at a time, by hand over a socket: `node:http` costs a generator
 * several times what this costs, and on the same cores that would be measured as the server's.
 */
export class HttpConnection {
  private socket: Socket | null = null;
  private pieces: Buffer[] = [];
  private length = 0;
  private expected = -1;
  private answered: ((answer: HttpAnswer) => void) | null = null;

  constructor(private readonly port: number) {}

  get isBusy(): boolean {
    return this.answered !== null;
  }

  /** `request` is latin1, head and body. */
  send(request: string, answered: (answer: HttpAnswer) => void): void {
    this.answered = answered;
    this.socket ??= this.open();
    this.socket.write(request, 'latin1');
  }

  close(): void {
    this.answered = null;
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Socket {
    const socket = connect(this.port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.on('data', (piece: Buffer) => this.take(piece));
    let reason = 'closed';
    socket.on('error', (error: NodeJS.ErrnoException) => {
      reason = error.code ?? error.message;
      socket.destroy();
    });
    socket.on('close', () => this.broken(socket, reason));
    return socket;
  }

  private broken(socket: Socket, reason: string): void {
    if (this.socket !== socket) return;
    this.socket = null;
    this.finish({ status: 0, head: reason, body: Buffer.alloc(0) });
  }

  private take(piece: Buffer): void {
    this.pieces.push(piece);
    this.length += piece.length;
    if (this.expected > this.length) return;
    const all = this.pieces.length === 1 ? piece : Buffer.concat(this.pieces, this.length);
    if (this.pieces.length > 1) this.pieces = [all];
    const headEnd = all.indexOf(endOfHead);
    if (headEnd < 0) return;
    const head = all.toString('latin1', 0, headEnd);
    const bodyLength = lengthOf(head);
    if (bodyLength === null) {
      if (!all.subarray(-lastChunk.length).equals(lastChunk)) return;
    } else {
      this.expected = headEnd + endOfHead.length + bodyLength;
      if (this.length < this.expected) return;
    }
    const socket = this.socket;
    if (/\r\nconnection: close/i.test(head) && socket) {
      this.socket = null;
      socket.destroy();
    }
    this.finish({
      status: Number(head.slice(9, 12)),
      head,
      body: all.subarray(headEnd + endOfHead.length),
    });
  }

  private finish(answer: HttpAnswer): void {
    const { answered } = this;
    this.pieces = [];
    this.length = 0;
    this.expected = -1;
    this.answered = null;
    answered?.(answer);
  }
}

/** The body's bytes; null when it comes in chunks. */
function lengthOf(head: string): number | null {
  const found = /\r\ncontent-length: *(\d+)/i.exec(head);
  return found ? Number(found[1]) : null;
}
