import { z } from 'zod';
import { type Fetch, fetchAnswer } from '../wechat/fetch-answer';
import { parseJson } from '../wechat/parse-json';
import type { SmsSender } from './sms';

export interface HttpSmsOptions {
  /** Where messages are posted. */
  readonly url: string;
  readonly key: string;
  readonly timeoutMs?: number;
  readonly fetch?: Fetch;
}

const taken = z.object({ id: z.string().min(1) });
const refusal = z.object({ code: z.string().min(1), message: z.string().catch('') });
const limitBytes = 65_536;

/** A provider that takes one message a call: `POST {phone, template, parameters}`, answered with an id. */
export function httpSms({ url, key, timeoutMs = 5_000, fetch: send = fetch }: HttpSmsOptions): SmsSender {
  return {
    send: async (message) => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };
      const init = { method: 'POST', headers, body: JSON.stringify(message) };
      const sent = await fetchAnswer(send, url, init, { timeoutMs, limitBytes });
      if (sent.kind === 'lost') return { kind: 'unknown', why: sent.why };
      const { status, body } = sent.answer;
      const accepted = taken.safeParse(parseJson(body));
      if (status === 200 && accepted.success) return { kind: 'done', value: { id: accepted.data.id } };
      const refused = refusal.safeParse(parseJson(body));
      if (status >= 400 && status < 500 && refused.success) return { kind: 'refused', ...refused.data };
      return { kind: 'unknown', why: `status ${status}` };
    },
  };
}
