import { isOutsideAddress } from './outside-addresses';

it.each([
  '10.1.2.3',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:10.0.0.1',
  '::ffff:127.0.0.1',
  '64:ff9b::a00:1',
  'fd00::1',
  'fe80::1',
  'metadata',
])('takes %s for the inside', (address) => {
  expect(isOutsideAddress(address, { allowsLoopback: false })).toBe(false);
});

it.each(['8.8.8.8', '101.6.6.6', '2400:3200::1'])('takes %s for the outside', (address) => {
  expect(isOutsideAddress(address, { allowsLoopback: false })).toBe(true);
});

it('lets this machine be told where one develops, and nothing else of the inside', () => {
  expect(isOutsideAddress('127.0.0.1', { allowsLoopback: true })).toBe(true);
  expect(isOutsideAddress('10.0.0.1', { allowsLoopback: true })).toBe(false);
});
