import type { Context } from '../http';
import { queryOf } from '../http';
import { messagePage, personPage } from '../cashier/pages';
import { isRegisteredPage } from '../cashier/registered';
import { usualPerson } from '../people';
import { randomText } from '../crypto/random';
import type { World } from '../world';
import { useCode } from './codes';
import { PlatformRefused } from './refusal';
import { type PlatformHandler, checkApp } from './serve';

const order = ['appid', 'redirect_uri', 'response_type', 'scope', 'state'];
const scopes = ['snsapi_base', 'snsapi_userinfo'];
const grantMs = 7_200_000;

/** Why a log-in address is not taken, or null. The order of its parameters is fixed. */
function fault(world: World, ctx: Context): string | null {
  const names = [...new URLSearchParams(ctx.querystring).keys()].filter((name) => order.includes(name));
  const wanted = order.filter((name) => names.includes(name));
  if (names.join() !== wanted.join())
    return '参数顺序错误：应为 appid、redirect_uri、response_type、scope、state';
  const { appid, redirect_uri: redirectUri, response_type: type, scope = '' } = queryOf(ctx);
  if (appid !== world.keys.apps.h5.appid) return 'appid 参数错误';
  if (!redirectUri || !isRegisteredPage(redirectUri, world.settings))
    return 'redirect_uri 域名与后台配置不一致（10003）';
  if (type !== 'code') return 'response_type 参数错误';
  if (!scopes.includes(scope)) return 'scope 参数错误或没有 scope 权限（10005）';
  return null;
}

function giveCode(world: World, ctx: Context, person: string): void {
  const { redirect_uri: redirectUri = '', scope = '', state = '' } = queryOf(ctx);
  world.people.meet(person);
  const of = { appid: world.keys.apps.h5.appid, person, phone: null, scope };
  const target = new URL(redirectUri);
  target.searchParams.set('code', world.platform.makeCode('oauth', of, world.tradeNow()));
  target.searchParams.set('state', state);
  ctx.redirect(target.href);
}

/** The log-in page: `snsapi_base` passes through silently, `snsapi_userinfo` asks. `person` chooses who it is. */
export const authorize =
  (world: World) =>
  (ctx: Context): void => {
    const wrong = fault(world, ctx);
    const { scope, person, answer } = queryOf(ctx);
    ctx.type = 'text/html; charset=utf-8';
    if (wrong !== null) {
      ctx.status = 400;
      ctx.body = messagePage('无法登录', wrong);
    } else if (answer === 'no') {
      ctx.body = messagePage('已取消', '您没有允许登录。');
    } else if (scope === 'snsapi_userinfo' && !answer) {
      ctx.body = personPage(person ?? usualPerson, queryOf(ctx));
    } else {
      giveCode(world, ctx, person || usualPerson);
    }
  };

/** The code of the log-in page for a token and the person's openid. */
export const oauthToken =
  (world: World): PlatformHandler =>
  ({ query, at }) => {
    const appid = checkApp(world, query.appid, query.secret);
    if (query.grant_type !== 'authorization_code') throw new PlatformRefused(40097, 'grant_type');
    if (!query.code) throw new PlatformRefused(41008);
    const { person, scope } = useCode(world.platform.code(query.code), 'oauth', appid, at);
    const grant = {
      accessToken: randomText(90),
      refreshToken: randomText(90),
      appid,
      person,
      scope: scope ?? 'snsapi_base',
      validUntil: at + grantMs,
    };
    world.platform.addGrant(grant);
    const { isSnapshot } = world.people.meet(person);
    return {
      access_token: grant.accessToken,
      expires_in: grantMs / 1_000,
      refresh_token: grant.refreshToken,
      openid: world.people.openidOf(person, appid),
      scope: grant.scope,
      ...(isSnapshot ? { is_snapshotuser: 1 } : { unionid: world.people.unionidOf(person) }),
    };
  };

export const userInfo =
  (world: World): PlatformHandler =>
  ({ query, at }) => {
    const grant = world.platform.grant(query.access_token ?? '');
    if (!grant) throw new PlatformRefused(40001);
    if (at > grant.validUntil) throw new PlatformRefused(42001);
    if (grant.scope !== 'snsapi_userinfo') throw new PlatformRefused(48001);
    const openid = world.people.openidOf(grant.person, grant.appid);
    if (query.openid !== openid) throw new PlatformRefused(40003);
    return {
      openid,
      nickname: grant.person,
      sex: 0,
      province: '',
      city: '',
      country: '',
      headimgurl: '',
      privilege: [],
      unionid: world.people.unionidOf(grant.person),
    };
  };
