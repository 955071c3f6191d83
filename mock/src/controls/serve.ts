import { z } from 'zod';
import type { Context } from '../http';
import { queryOf } from '../http';

/** A control that is not carried out, with the HTTP status that says so. */
export class ControlRefused extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409,
    message: string,
  ) {
    super(message);
    this.name = 'ControlRefused';
  }
}

const loopback = /^(?:::ffff:)?127\.|^::1$/;
const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Controls are for this machine, and for no web page that is open on it. */
export function checkCaller(ctx: Context): void {
  if (!loopback.test(ctx.req.socket.remoteAddress ?? ''))
    throw new ControlRefused(403, 'only from this machine');
  // A page whose name was pointed here would be of this machine by its address, and is not by its name.
  if (!ownNames.includes(ctx.hostname)) throw new ControlRefused(403, 'only by the name of this machine');
  if (ctx.method !== 'GET' && ctx.state.rawBody.length > 0 && !ctx.is('application/json')) {
    throw new ControlRefused(400, 'application/json, please');
  }
}

function valueOf(ctx: Context): unknown {
  if (ctx.method === 'GET') return queryOf(ctx);
  if (ctx.state.rawBody.length === 0) return {};
  try {
    return JSON.parse(ctx.state.rawBody.toString());
  } catch {
    throw new ControlRefused(400, 'the body is no JSON');
  }
}

/** @throws ControlRefused 400 */
export function readControl<Shape extends z.ZodType>(shape: Shape, ctx: Context): z.infer<Shape> {
  const result = shape.safeParse(valueOf(ctx));
  if (!result.success) throw new ControlRefused(400, z.prettifyError(result.error));
  return result.data;
}

/** Answers JSON, refusals with their status. */
export const control =
  (work: (ctx: Context) => unknown) =>
  async (ctx: Context): Promise<void> => {
    try {
      checkCaller(ctx);
      ctx.body = (await work(ctx)) ?? { done: true };
    } catch (error) {
      if (!(error instanceof ControlRefused)) throw error;
      ctx.status = error.status;
      ctx.body = { error: error.message };
    }
  };
