import { z } from 'zod';
import { randomHex } from '../crypto/random';
import type { Routes } from '../http';
import type { World } from '../world';

const Message = z.strictObject({
  phone: z.string().regex(/^1[3-9]\d{9}$/),
  template: z.string().min(1).max(64),
  parameters: z.record(z.string(), z.string().max(64)).default({}),
});

/** A text-message service: `Authorization: Bearer KEY`, one message a call. */
export function addSmsRoutes(router: Routes, world: World): void {
  router.post('/sms/send', (ctx) => {
    if (ctx.get('Authorization') !== `Bearer ${world.keys.smsKey}`) {
      ctx.status = 401;
      ctx.body = { code: 'UNAUTHORIZED', message: '密钥错误' };
      return;
    }
    let value: unknown;
    try {
      value = JSON.parse(ctx.state.rawBody.toString());
    } catch {
      value = undefined;
    }
    const result = Message.safeParse(value);
    if (!result.success) {
      ctx.status = 400;
      ctx.body = { code: 'PARAM_ERROR', message: z.prettifyError(result.error) };
      return;
    }
    const id = randomHex(20).toLowerCase();
    world.side.addSms({ ...result.data, id, at: world.tradeNow() });
    world.changed();
    ctx.body = { id };
  });
}
