import { isPushSigned } from './push-signature';

// sha1 of '1767337445' + 'nonce' + 'push-token', in the order of the texts.
const signed = { timestamp: '1767337445', nonce: 'nonce', signature: '' };

it('takes a push from whoever knows the token', () => {
  const signature = '7f89934922768113561cc402c790bf46d940c15a';
  expect(isPushSigned('push-token', { ...signed, signature })).toBe(true);
});

it.each(['', '7f89', '0'.repeat(40), 'G'.repeat(40)])('takes no push signed "%s"', (signature) => {
  expect(isPushSigned('push-token', { ...signed, signature })).toBe(false);
});
