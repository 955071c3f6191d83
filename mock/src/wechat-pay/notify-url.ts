import { isIP } from 'node:net';
import { wrongParameter } from './refusal';

const isPublic = (host: string) =>
  isIP(host) === 0 && !host.startsWith('[') && /[a-z0-9]\.[a-z]{2,}$/i.test(host);

/** The place callbacks go: https, public, without a query. The product's own origin is taken as it is. */
export function checkNotifyUrl(notifyUrl: string, ownOrigin: string): void {
  const wrong = (issue: string) => wrongParameter('/notify_url', notifyUrl, issue);
  let url: URL;
  try {
    url = new URL(notifyUrl);
  } catch {
    throw wrong('不是合法的URL');
  }
  if (notifyUrl.includes('?') || notifyUrl.includes('#')) throw wrong('不能携带参数');
  if (url.username || url.password) throw wrong('不是合法的URL');
  if (url.origin === new URL(ownOrigin).origin) return;
  if (url.protocol !== 'https:') throw wrong('应以https://开头');
  if (!isPublic(url.hostname)) throw wrong('应为外网可访问的地址');
}
