import { hashPassword, isPassword } from './password-service';

describe('a password', () => {
  it('is right for its own hash and for no other', async () => {
    const hash = await hashPassword('正确的密码');

    expect(await isPassword(hash, '正确的密码')).toBe(true);
    expect(await isPassword(hash, '错误的密码')).toBe(false);
    expect(await isPassword(hash, '')).toBe(false);
  });

  it('is kept with its own salt, and never in words', async () => {
    const [one, other] = await Promise.all([hashPassword('tongpan-demo'), hashPassword('tongpan-demo')]);

    expect(one).not.toBe(other);
    expect(one).toMatch(/^\$argon2id\$/);
    expect(one).not.toContain('tongpan-demo');
  });

  it('is never right for somebody nobody knows', async () => {
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
  });
});
