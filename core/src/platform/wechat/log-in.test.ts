import { oauthAddress } from './log-in';

it('sends a visitor to the log-in with its parameters in their fixed order', () => {
  const page = { redirectUri: 'https://shop.example.com/h5/?next=/order', state: 'a&b' };

  expect(oauthAddress('https://open.weixin.qq.com', 'wx1', page)).toBe(
    'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1' +
      '&redirect_uri=https%3A%2F%2Fshop.example.com%2Fh5%2F%3Fnext%3D%2Forder' +
      '&response_type=code&scope=snsapi_base&state=a%26b#wechat_redirect',
  );
});
