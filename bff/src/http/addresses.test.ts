import { addressReader, isLoopback, neighbourhoodOf } from './addresses';

describe('the address of a caller', () => {
  it('is the socket’s when no proxy is trusted, whatever the headers say', () => {
    const addressOf = addressReader('');

    expect(addressOf('127.0.0.1', '1.2.3.4')).toBe('127.0.0.1');
    expect(addressOf('::ffff:9.9.9.9', '')).toBe('9.9.9.9');
  });

  it('is the rightmost one that is not a proxy of ours', () => {
    const addressOf = addressReader('loopback, 10.0.0.0/8,203.0.113.7');

    expect(addressOf('127.0.0.1', '6.6.6.6, 1.2.3.4, 10.1.1.1')).toBe('1.2.3.4');
    expect(addressOf('203.0.113.7', '1.2.3.4')).toBe('1.2.3.4');
    expect(addressOf('::1', '2001:db8::5')).toBe('2001:db8::5');
  });

  it('does not believe a stranger who sends the header', () => {
    expect(addressReader('loopback')('8.8.8.8', '1.2.3.4')).toBe('8.8.8.8');
  });

  it('stays with the last proxy when what it was told is not an address', () => {
    const addressOf = addressReader('private');

    expect(addressOf('10.0.0.1', '')).toBe('10.0.0.1');
    expect(addressOf('10.0.0.1', '1.2.3.4, <script>')).toBe('10.0.0.1');
  });

  it('refuses a proxy that is none', () => {
    expect(() => addressReader('yes')).toThrow('TRUST_PROXY');
  });
});

it.each([
  ['1.2.3.4', '1.2.3.4'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0db8:0001::', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
])('%s lives in %s', (address, neighbourhood) => {
  expect(neighbourhoodOf(address)).toBe(neighbourhood);
});

it('knows this machine', () => {
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(['128.0.0.1', '', undefined].some(isLoopback)).toBe(false);
});
