import type { Fetch } from './fetch-answer';
import { aWechatConfig } from './testing';
import { wechatPlatform } from './wechat-platform';

const message = { openid: 'o1', templateId: 't1', page: null, values: { thing1: '可乐' } };
const token = { access_token: 'token', expires_in: 7_200 };
const broken = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) });

/** What comes of a message when WeChat does this with a question for the token, and this with the message. */
const sendWith = (told: { readonly token?: object | Error; readonly message?: object | Error }) => {
  const fetch: Fetch = async (address) => {
    const said = address.includes('stable_token') ? (told.token ?? token) : (told.message ?? {});
    if (said instanceof Error) throw said;
    return new Response(JSON.stringify(said));
  };
  const platform = wechatPlatform({ config: aWechatConfig(), clock: { now: () => 0 }, fetch });
  return platform.sendSubscribeMessage(message);
};

it.each([
  ['no token could be had', { token: broken('ECONNRESET') }],
  ['nobody listened', { message: broken('ECONNREFUSED') }],
  ['WeChat says that it is busy', { message: { errcode: -1, errmsg: 'system error' } }],
])('may be said again when %s', async (_, told) => {
  expect(await sendWith(told)).toMatchObject({ kind: 'unknown', mayRepeat: true });
});

it.each([
  ['the line broke', { message: broken('ECONNRESET') }],
  ['nothing came back in time', { message: Object.assign(new Error(), { name: 'TimeoutError' }) }],
])('may have happened when %s', async (_, told) => {
  const outcome = await sendWith(told);

  expect(outcome).toMatchObject({ kind: 'unknown' });
  expect(outcome).not.toHaveProperty('mayRepeat');
});

it('says of a token that WeChat refuses what it says', async () => {
  expect(await sendWith({ token: { errcode: 40125, errmsg: 'invalid appsecret' } })).toMatchObject({
    kind: 'refused',
    code: '40125',
  });
});
