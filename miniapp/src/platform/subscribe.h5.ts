/** What somebody answered, by template. */
export type SubscribeAnswers = readonly {
  readonly templateId: string;
  readonly answer: 'accept' | 'reject' | 'ban' | 'filter';
}[];

/** A browser gets no messages of the mini-program. */
export const canSubscribe: boolean = false;

/** Nobody is asked. */
export const askToSubscribe = (_templateIds: readonly string[]): Promise<SubscribeAnswers> =>
  Promise.resolve([]);

/** Nobody is there whom WeChat knows. */
export const subscriberCode = (): Promise<string> => Promise.resolve('');
