import { AbortController } from './abort-controller';

describe('the abort controller of mini-programs', () => {
  it('tells its listeners once and remembers why', () => {
    const controller = new AbortController();
    const told: string[] = [];
    controller.signal.addEventListener('abort', () => told.push('first'));
    const gone = () => told.push('gone');
    controller.signal.addEventListener('abort', gone);
    controller.signal.removeEventListener('abort', gone);

    controller.abort('enough');
    controller.abort('again');

    expect(told).toEqual(['first']);
    expect(controller.signal.aborted).toBe(true);
    expect(controller.signal.reason).toBe('enough');
    expect(() => controller.signal.throwIfAborted()).toThrow('enough');
  });

  it('lets work go on until then', () => {
    const { signal } = new AbortController();

    expect(signal.aborted).toBe(false);
    expect(() => signal.throwIfAborted()).not.toThrow();
  });
});
