import type { Routes } from '../http';
import type { World } from '../world';
import { codeToSession, phoneNumber, stableToken } from './log-in-routes';
import { jsTicket, sendSubscribeMessage, unlimitedCode } from './message-routes';
import { authorize, oauthToken, userInfo } from './oauth-routes';
import { servePlatform } from './serve';
import { getShippingOrder, uploadShippingInfo } from './shipping-routes';

/** The platform: api.weixin.qq.com and open.weixin.qq.com. */
export function addPlatformRoutes(router: Routes, world: World): void {
  const plain = 'text/plain';
  router.get('/sns/jscode2session', servePlatform(world, codeToSession(world), plain));
  router.post('/cgi-bin/stable_token', servePlatform(world, stableToken(world)));
  router.post('/wxa/business/getuserphonenumber', servePlatform(world, phoneNumber(world)));
  router.post('/cgi-bin/message/subscribe/send', servePlatform(world, sendSubscribeMessage(world)));
  router.post('/wxa/getwxacodeunlimit', servePlatform(world, unlimitedCode(world)));
  router.post('/wxa/sec/order/upload_shipping_info', servePlatform(world, uploadShippingInfo(world)));
  router.post('/wxa/sec/order/get_order', servePlatform(world, getShippingOrder(world)));
  router.get('/cgi-bin/ticket/getticket', servePlatform(world, jsTicket(world)));
  router.get('/connect/oauth2/authorize', authorize(world));
  router.get('/sns/oauth2/access_token', servePlatform(world, oauthToken(world), plain));
  router.get('/sns/userinfo', servePlatform(world, userInfo(world), plain));
}
