import { together } from './together';

describe('what is asked side by side', () => {
  it('answers in the order of asking', async () => {
    await expect(together([Promise.resolve(1), Promise.resolve('two')])).resolves.toEqual([1, 'two']);
  });

  it('fails only when all have ended', async () => {
    let hasEnded = false;
    const slow = new Promise<void>((resolve) => {
      setTimeout(() => {
        hasEnded = true;
        resolve();
      }, 20);
    });

    await expect(together([Promise.reject(new Error('first')), slow])).rejects.toThrow('first');
    expect(hasEnded).toBe(true);
  });
});
