import { verify } from 'node:crypto';
import { sharedKeys } from '../../platform/wechat/testing';
import { anInstant, pretendedWechat } from './testing';

it('signs four lines with the key of the merchant', () => {
  const { gateway, merchant } = pretendedWechat(() => ({}));

  const params = gateway.clientParams(merchant, 'wxd678efh567hg6787', 'wx2611215250');

  expect(params).toMatchObject({
    appId: 'wxd678efh567hg6787',
    timeStamp: String(Math.floor(anInstant / 1_000)),
    package: 'prepay_id=wx2611215250',
    signType: 'RSA',
  });
  expect(params.nonceStr).toMatch(/^[0-9a-f]{32}$/);
  const text = `wxd678efh567hg6787\n${params.timeStamp}\n${params.nonceStr}\nprepay_id=wx2611215250\n`;
  const signature = Buffer.from(params.paySign, 'base64');
  expect(verify('RSA-SHA256', Buffer.from(text), sharedKeys().merchant.publicKey, signature)).toBe(true);
});

it('never says the same nonce twice', () => {
  const { gateway, merchant } = pretendedWechat(() => ({}));

  const nonces = Array.from({ length: 5 }, () => gateway.clientParams(merchant, 'wx1', 'wx2').nonceStr);

  expect(new Set(nonces).size).toBe(5);
});
