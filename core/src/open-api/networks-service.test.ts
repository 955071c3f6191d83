import { isAmong, isNetwork } from './networks-service';

it.each([
  ['203.0.113.7', true],
  ['203.0.113.0/24', true],
  ['2001:db8::/32', true],
  ['203.0.113.0/33', false],
  ['203.0.113.0/24/8', false],
  ['203.0.113', false],
  ['erp.example.com', false],
])('%s is a network: %s', (text, expected) => {
  expect(isNetwork(text)).toBe(expected);
});

it('knows who is among the networks', () => {
  const networks = ['203.0.113.0/24', '2001:db8::/32'];

  expect(isAmong(networks, '203.0.113.200')).toBe(true);
  expect(isAmong(networks, '2001:db8::7')).toBe(true);
  expect(isAmong(networks, '203.0.114.1')).toBe(false);
  expect(isAmong(networks, 'unknown')).toBe(false);
});
