/**
 * `it` for a story told in turns: once a step has failed, those after it say so at once instead of
 * waiting for what cannot come. `onFailure` may keep a picture of where the story broke off.
 */
export function stepsOf(onFailure: (step: string) => Promise<void>) {
  let broken: string | null = null;
  return (step: string, body: () => Promise<void> | void) =>
    it(step, async () => {
      if (broken !== null) throw new Error(`the story broke off before this, at "${broken}"`);
      try {
        await body();
      } catch (error) {
        broken = step;
        await onFailure(step).catch(() => undefined);
        throw error;
      }
    });
}
