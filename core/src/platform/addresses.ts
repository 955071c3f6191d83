/**
 * The addresses that one with several hosts stands for, in order: `mysql://me@a:1,b:2/shop` is
 * `mysql://me@a:1/shop` and `mysql://me@b:2/shop`. One with a single host stands for itself.
 */
export function addressesIn(text: string): readonly string[] {
  const [, start = '', hosts = text, rest = ''] = /^([^/]*:\/\/(?:[^/]*@)?)([^/?#]*)(.*)$/s.exec(text) ?? [];
  return hosts.split(',').map((host) => `${start}${host}${rest}`);
}
