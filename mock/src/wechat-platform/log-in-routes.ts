import { z } from 'zod';
import { randomText } from '../crypto/random';
import type { World } from '../world';
import { issueToken } from './access-tokens';
import { useCode } from './codes';
import { PlatformRefused } from './refusal';
import { type PlatformHandler, checkApp, readPlatform, withToken } from './serve';

/** code2Session: who logged in to the mini-program. No errcode on success. */
export const codeToSession =
  (world: World): PlatformHandler =>
  ({ query, at }) => {
    const appid = checkApp(world, query.appid, query.secret);
    if (query.grant_type !== 'authorization_code') throw new PlatformRefused(40097, 'grant_type');
    if (!query.js_code) throw new PlatformRefused(41008);
    const { person } = useCode(world.platform.code(query.js_code), 'login', appid, at);
    if (world.people.meet(person).isRisky) throw new PlatformRefused(40226);
    return {
      session_key: Buffer.from(randomText(16)).toString('base64'),
      openid: world.people.openidOf(person, appid),
      unionid: world.people.unionidOf(person),
    };
  };

const TokenBody = z.object({
  grant_type: z.literal('client_credential'),
  appid: z.string().optional(),
  secret: z.string().optional(),
  force_refresh: z.boolean().optional(),
});

export const stableToken =
  (world: World): PlatformHandler =>
  ({ body, at }) => {
    const asked = readPlatform(TokenBody, body);
    const appid = checkApp(world, asked.appid, asked.secret);
    const isForced = asked.force_refresh === true;
    const wish = { appid, isForced, fresh: `${randomText(4)}_${randomText(130)}` };
    const { token, isNew } = issueToken(world.platform.tokens(), wish, at);
    if (isNew) world.platform.addToken(token);
    return {
      access_token: token.token,
      expires_in: Math.max(0, Math.floor((token.validUntil - at) / 1_000)),
    };
  };

/** The phone number behind the button's code, which is not the code of the log-in. */
export const phoneNumber = (world: World): PlatformHandler =>
  withToken(world, ({ body, at }, appid) => {
    const { code } = readPlatform(z.object({ code: z.string() }), body);
    const { person, phone } = useCode(world.platform.code(code), 'phone', appid, at);
    const number = phone ?? world.people.meet(person).phone;
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: number,
        purePhoneNumber: number,
        countryCode: '86',
        watermark: { timestamp: Math.floor(at / 1_000), appid },
      },
    };
  });
