/**
 * A script that stands in for the bridge WeChat's browser puts into a page: paying goes to the cashier and comes back
 * to the page. As in life the page may be gone when that happens, so its callback is not to be waited for.
 */
export const bridgeScript = (url: string) => `window.WeixinJSBridge = {
  invoke(name, parameters, done) {
    if (name !== 'getBrandWCPayRequest') return done({ err_msg: 'system:function_not_exist' });
    const query = new URLSearchParams({ ...parameters, redirect_url: location.href });
    location.href = ${JSON.stringify(url)} + '/cashier/pay?' + query;
  },
};
document.dispatchEvent(new Event('WeixinJSBridgeReady'));
`;
