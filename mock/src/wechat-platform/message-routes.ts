import { z } from 'zod';
import type { World } from '../world';
import { PlatformRefused } from './refusal';
import { type PlatformHandler, readPlatform, withToken } from './serve';
import { checkSubscribeData } from './subscribe-data';
import { checkCodeWish, drawCode } from './wxacode';

const Message = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.string() })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).optional(),
  lang: z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']).optional(),
});

/** Sends one subscribe message for one consent. */
export const sendSubscribeMessage = (world: World): PlatformHandler =>
  withToken(world, ({ body, at }, appid) => {
    const message = readPlatform(Message, body);
    if (world.people.holderOf(message.touser)?.appid !== appid) throw new PlatformRefused(40003);
    if (!world.platform.hasTemplate(message.template_id)) throw new PlatformRefused(40037);
    if (message.page?.startsWith('/')) throw new PlatformRefused(41030);
    checkSubscribeData(message.data);
    const { touser: openid, template_id: templateId, page = null, data } = message;
    if (world.platform.consents(openid, templateId) === 0) throw new PlatformRefused(43101);
    world.platform.addConsents(openid, templateId, -1);
    world.platform.addMessage({ at, openid, templateId, page, data });
    return { errcode: 0, errmsg: 'ok' };
  });

const CodeBody = z.object({
  scene: z.string(),
  page: z.string().optional(),
  check_path: z.boolean().optional(),
  env_version: z.enum(['release', 'trial', 'develop']).optional(),
  width: z.int().min(280).max(1_280).optional(),
});

export const unlimitedCode = (world: World): PlatformHandler =>
  withToken(world, ({ body }) => {
    const wish = readPlatform(CodeBody, body);
    checkCodeWish(wish);
    return drawCode(wish);
  });

export const jsTicket = (world: World): PlatformHandler =>
  withToken(world, ({ query, at }, appid) => {
    if (query.type !== 'jsapi') throw new PlatformRefused(40097, 'type');
    const { value, validUntil } = world.platform.ticket(appid, at);
    return {
      errcode: 0,
      errmsg: 'ok',
      ticket: value,
      expires_in: Math.floor((validUntil - at) / 1_000),
    };
  });
