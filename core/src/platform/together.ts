/**
 * Waits until all of these have ended, then answers or fails with the first that failed. What is asked of a
 * transaction side by side ends before the transaction does, whatever goes wrong.
 */
export async function together<Answers extends readonly unknown[]>(
  works: readonly [...{ [At in keyof Answers]: Promise<Answers[At]> }],
): Promise<Answers> {
  const ended = await Promise.allSettled<unknown>(works as readonly Promise<unknown>[]);
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as Answers;
}
