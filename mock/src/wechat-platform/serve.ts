import { z } from 'zod';
import { type Context, queryOf } from '../http';
import type { World } from '../world';
import { checkToken } from './access-tokens';
import { PlatformRefused } from './refusal';

export interface PlatformCall {
  readonly query: Readonly<Record<string, string>>;
  /** The JSON of the body; an empty object where there is none. */
  readonly body: unknown;
  readonly at: number;
}

/** Bytes are a picture, everything else JSON. */
export type PlatformHandler = (call: PlatformCall) => object | Buffer;

function bodyOf(ctx: Context): unknown {
  const { rawBody } = ctx.state;
  if (rawBody.length === 0) return {};
  try {
    return JSON.parse(rawBody.toString());
  } catch {
    throw new PlatformRefused(47001);
  }
}

function answer(ctx: Context, world: World, handler: PlatformHandler): object | Buffer {
  try {
    const at = world.tradeNow();
    world.till.settle(at);
    return handler({ query: queryOf(ctx), body: bodyOf(ctx), at });
  } catch (error) {
    if (!(error instanceof PlatformRefused)) throw error;
    return error.body();
  } finally {
    world.changed();
  }
}

/** Serves a call of the platform: always 200. `type` is what its JSON is said to be. */
export const servePlatform =
  (world: World, handler: PlatformHandler, type = 'application/json; charset=utf-8') =>
  (ctx: Context): void => {
    const given = answer(ctx, world, handler);
    ctx.status = 200;
    if (Buffer.isBuffer(given)) {
      ctx.type = 'image/png';
      ctx.body = given;
      return;
    }
    ctx.body = JSON.stringify(given);
    ctx.set('Content-Type', type);
  };

/** Lets through who carries a token, and says of which app it is. */
export const withToken =
  (world: World, handler: (call: PlatformCall, appid: string) => object | Buffer): PlatformHandler =>
  (call) =>
    handler(call, checkToken(world.platform.tokens(), call.query.access_token ?? '', call.at));

/** @throws PlatformRefused 47001, or `errcode` when one is given */
export function readPlatform<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  errcode: ConstructorParameters<typeof PlatformRefused>[0] = 47001,
): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new PlatformRefused(errcode, z.prettifyError(result.error).split('\n').join(' '));
}

/**
 * Checks an app with its secret.
 * @throws PlatformRefused 41002, 40013, 41004, 40125
 */
export function checkApp(world: World, appid: string | undefined, secret: string | undefined): string {
  if (!appid) throw new PlatformRefused(41002);
  const { miniapp, h5 } = world.keys.apps;
  const app = [miniapp, h5].find((one) => one.appid === appid);
  if (!app) throw new PlatformRefused(40013);
  if (!secret) throw new PlatformRefused(41004);
  if (app.secret !== secret) throw new PlatformRefused(40125);
  return appid;
}
