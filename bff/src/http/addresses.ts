import { BlockList, isIP } from 'node:net';

const named: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** IPv4 addresses that came over an IPv6 socket, in their own form. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

/**
 * The proxies in front of us: a list of addresses and networks, separated by commas, and the words
 * `loopback` and `private`. Empty: nobody.
 * @throws Error when a word is none of these
 */
function trustedProxies(trustProxy: string): BlockList {
  const trusted = new BlockList();
  const words = trustProxy.split(',').map((word) => word.trim());
  for (const word of words.filter(Boolean).flatMap((it) => named[it] ?? [it])) {
    const [network = '', prefix] = word.split('/');
    if (!isIP(network)) throw new Error(`TRUST_PROXY: not an address, network, loopback or private: ${word}`);
    if (prefix === undefined) trusted.addAddress(network, familyOf(network));
    else trusted.addSubnet(network, Number(prefix), familyOf(network));
  }
  return trusted;
}

export type AddressReader = (remoteAddress: string | undefined, forwardedFor: string) => string;

/**
 * Who really calls: the rightmost address of `X-Forwarded-For` that is not one of our proxies. What
 * stands left of it was written by the caller and proves nothing.
 */
export function addressReader(trustProxy: string): AddressReader {
  if (trustProxy.trim() === '') return (remoteAddress) => plain(remoteAddress ?? '');
  const trusted = trustedProxies(trustProxy);
  const isTrusted = (address: string) => trusted.check(address, familyOf(address));
  return (remoteAddress, forwardedFor) => {
    let address = plain(remoteAddress ?? '');
    const hops = forwardedFor.split(',').map((hop) => plain(hop.trim()));
    while (isIP(address) && isTrusted(address)) {
      const hop = hops.pop();
      if (!hop || !isIP(hop)) break;
      address = hop;
    }
    return address;
  };
}

export function isLoopback(address: string | undefined): boolean {
  const own = plain(address ?? '');
  return own === '::1' || /^127\.\d+\.\d+\.\d+$/.test(own);
}

/** The part of an address one household shares: all of IPv4, the first 64 bits of IPv6. */
export function neighbourhoodOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const missing = Math.max(0, 8 - before.length - after.length);
  const groups = address.includes('::') ? [...before, ...Array<string>(missing).fill('0'), ...after] : before;
  return groups
    .slice(0, 4)
    .map((group) => (parseInt(group, 16) || 0).toString(16))
    .join(':');
}
