import { billTime } from '../clock';
import { yuan } from '../wechat-pay/bills/yuan';
import type { Order } from '../wechat-pay/model';
import { escapeHtml, page } from './html';

const hidden = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');

const amount = (order: Order) => `<div class="amount"><small>¥</small>${yuan(order.totalFen)}</div>`;

function facts(order: Order): string {
  const rows = [
    ['商品', order.description],
    ['商户订单号', order.outTradeNo],
    ['请在此前支付', billTime(order.payBefore)],
  ];
  const cells = rows.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl>${cells.join('')}</dl>`;
}

/** Where a person pays or cancels. */
export const payPage = (order: Order, merchantName: string, ticket: string) =>
  page(
    '确认支付',
    `<div class="merchant">${escapeHtml(merchantName)}</div>${amount(order)}${facts(order)}
<form method="post" action="/cashier/pay">${hidden({ ticket })}
<button class="pay" name="action" value="pay">支付</button>
<button class="cancel" name="action" value="cancel">取消</button>
</form>`,
  );

export type Result =
  | { readonly kind: 'paid' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

const resultWords = {
  paid: ['✓', '支付成功', 'good'],
  cancelled: ['!', '已取消支付', 'bad'],
  failed: ['!', '未能支付', 'bad'],
} as const;

/** How it went, with the way back to the merchant. */
export function resultPage(
  order: Order,
  merchantName: string,
  result: Result,
  returnTo: string | null,
): string {
  const [mark, title, look] = resultWords[result.kind];
  const reason = result.kind === 'failed' ? `<p>${escapeHtml(result.reason)}</p>` : '';
  const back = returnTo ? `<a class="button pay" href="${escapeHtml(returnTo)}">返回商家</a>` : '';
  return page(
    title,
    `<div class="mark ${look}" aria-hidden="true">${mark}</div><h1>${title}</h1>${reason}
<div class="merchant">${escapeHtml(merchantName)}</div>${amount(order)}${back}`,
    returnTo ?? undefined,
  );
}

/** A page that says one thing. */
export const messagePage = (title: string, words: string) =>
  page(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(words)}</p>`);

/** The page where a code is put in that would be scanned with a phone. */
export const scanPage = (codeUrl: string, words: string) =>
  page(
    '扫一扫',
    `<h1>扫一扫</h1>${words ? `<p class="bad" role="alert">${escapeHtml(words)}</p>` : ''}
<form method="get" action="/cashier">
<label>二维码内容<input name="code_url" value="${escapeHtml(codeUrl)}" placeholder="weixin://wxpay/bizpayurl?pr=…"></label>
<button class="pay">打开</button></form>`,
  );

/** The log-in page: who is it, and may the merchant know. */
export function personPage(person: string, query: Readonly<Record<string, string>>): string {
  const kept = ['appid', 'redirect_uri', 'response_type', 'scope', 'state'].flatMap((name) =>
    query[name] === undefined ? [] : [[name, query[name]] as const],
  );
  return page(
    '微信登录',
    `<h1>微信登录</h1><p>商家申请获取您的昵称和头像。</p>
<form method="get" action="/connect/oauth2/authorize">${hidden(Object.fromEntries(kept))}
<label>您是<input name="person" value="${escapeHtml(person)}"></label>
<button class="pay" name="answer" value="yes">允许</button>
<button class="cancel" name="answer" value="no">拒绝</button></form>`,
  );
}
