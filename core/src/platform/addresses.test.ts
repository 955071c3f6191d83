import { addressesIn } from './addresses';

describe('an address', () => {
  it('with several hosts stands for one of each, in order', () => {
    expect(addressesIn('mysql://me:secret@a:3306,b:3307,[::1]/shop?x=1')).toEqual([
      'mysql://me:secret@a:3306/shop?x=1',
      'mysql://me:secret@b:3307/shop?x=1',
      'mysql://me:secret@[::1]/shop?x=1',
    ]);
  });

  it('takes a comma or an at-sign of the password for no host', () => {
    expect(addressesIn('mysql://me:a,b@c@a,b/shop')).toEqual([
      'mysql://me:a,b@c@a/shop',
      'mysql://me:a,b@c@b/shop',
    ]);
  });

  it.each(['redis://cache:6379/2', 'redis://cache', 'nonsense', ''])('stands for itself: %s', (text) => {
    expect(addressesIn(text)).toEqual([text]);
  });
});
