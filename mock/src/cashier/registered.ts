import type { Settings } from '../settings';

const ownMachine = ['localhost', '127.0.0.1', '[::1]'];

/** True for a page of the registered domain: the product's public host, or this machine when that is where it runs. */
export function isRegisteredPage(address: string, { notifyUrl }: Pick<Settings, 'notifyUrl'>): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  const registered = new URL(notifyUrl).hostname;
  return hostname === registered || (ownMachine.includes(registered) && ownMachine.includes(hostname));
}
