import type { TokenedCaller } from './access-tokens';
import { nothing } from './platform-call';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Where a tap leads, without a leading slash; null: nowhere. */
  readonly page: string | null;
  /** By the template's keys, `thing1`; cut to what WeChat takes. */
  readonly values: Readonly<Record<string, string>>;
}

/** The longest value of each kind of key, in characters; other kinds have formats, not lengths. */
const limits: Readonly<Record<string, number>> = { thing: 20, character_string: 32, phrase: 5 };

/** The value of a key, no longer than its kind takes: the last character says that something is missing. */
export function fitValue(key: string, value: string): string {
  const limit = limits[key.replace(/\d+$/, '')];
  const characters = [...value];
  if (limit === undefined || characters.length <= limit) return value;
  // 汉字 only, so no dots there.
  const end = key.startsWith('phrase') ? '' : '…';
  return characters.slice(0, limit - end.length).join('') + end;
}

/** Sends one message, which uses up one consent. Refused with 43101 where there is none. */
export const sendSubscribeMessage = (miniapp: TokenedCaller, message: SubscribeMessage) =>
  miniapp.call<null>({
    path: '/cgi-bin/message/subscribe/send',
    body: {
      touser: message.openid,
      template_id: message.templateId,
      ...(message.page === null ? {} : { page: message.page }),
      data: Object.fromEntries(
        Object.entries(message.values).map(([key, value]) => [key, { value: fitValue(key, value) }]),
      ),
    },
    read: nothing,
  });
