import { BlockList, isIP } from 'node:net';

/**
 * Networks that are no place of the public internet: this machine, private and shared ones, link-local ones with the
 * metadata of clouds among them, multicast, documentation, and what leads from IPv6 back into IPv4. Source: the special-purpose
 * registries of IANA (RFC 6890).
 */
const inside: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];
const loopback: readonly (readonly [network: string, prefix: number])[] = [
  ['127.0.0.0', 8],
  ['::1', 128],
];

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(networks: typeof inside): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, familyOf(network));
  return list;
}

/** One list a family: an IPv4 address counts as a mapped one too, and those are all inside. */
const innerLists = {
  ipv4: listOf(inside.filter(([network]) => isIP(network) === 4)),
  ipv6: listOf(inside.filter(([network]) => isIP(network) === 6)),
};
const loopbackList = listOf(loopback);

/** True for an address of the public internet; with `allowsLoopback` also for one of this machine. */
export function isOutsideAddress(address: string, { allowsLoopback }: { allowsLoopback: boolean }): boolean {
  if (isIP(address) === 0) return false;
  const family = familyOf(address);
  if (loopbackList.check(address, family)) return allowsLoopback;
  return !innerLists[family].check(address, family);
}
