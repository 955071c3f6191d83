import type { Timers } from './timers';

/** What every asynchronous `wx` function takes besides its own settings. */
export interface WxOptions {
  readonly success?: (result: object) => void;
  readonly fail?: (result: object) => void;
  readonly complete?: (result: object) => void;
}

/** One call of a `wx` function. */
export interface WxCall {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Makes `wx` functions that note each call and answer later, as WeChat's do. */
export function createWxAnswers(timers: Timers, onCall: (call: WxCall) => void) {
  const note = (name: string, options: WxOptions) => onCall({ name, options: { ...options } });

  const succeed = (name: string, options: WxOptions, result: object = {}) =>
    timers.soon(() => {
      const answer = { ...result, errMsg: `${name}:ok` };
      options.success?.(answer);
      options.complete?.(answer);
    });
  const fail = (name: string, options: WxOptions, reason: string) =>
    timers.soon(() => {
      const answer = { errMsg: `${name}:fail ${reason}` };
      options.fail?.(answer);
      options.complete?.(answer);
    });
  const answering =
    (name: string, result: object = {}) =>
    (options: WxOptions = {}) => {
      note(name, options);
      succeed(name, options, result);
    };

  return { note, succeed, fail, answering };
}

export type WxAnswers = ReturnType<typeof createWxAnswers>;
