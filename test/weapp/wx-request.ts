import type { WxAnswers, WxOptions } from './wx-answers';

/** A request as the mini-program hands it to WeChat. */
export interface WxRequest extends WxOptions {
  readonly url: string;
  readonly method?: string;
  readonly data?: unknown;
  readonly header?: Readonly<Record<string, string>>;
  /** WeChat parses the answer unless this says otherwise. */
  readonly dataType?: string;
}

export interface ServerAnswer {
  readonly statusCode: number;
  readonly text: string;
}

/** The other end of the line. @throws Error when the network is down */
export type Server = (request: WxRequest) => Promise<ServerAnswer>;

/** `wx.request` in front of `server`. */
export function wxRequest(server: Server, { note, succeed, fail }: WxAnswers) {
  return (request: WxRequest) => {
    let isAborted = false;
    note('request', request);
    server(request).then(
      ({ statusCode, text }) => {
        if (isAborted) return;
        const data: unknown = (request.dataType ?? 'json') === 'json' ? parsed(text) : text;
        succeed('request', request, { statusCode, data, header: {}, cookies: [] });
      },
      (error: unknown) => fail('request', request, String(error)),
    );
    return {
      abort: () => {
        isAborted = true;
        fail('request', request, 'abort');
      },
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
