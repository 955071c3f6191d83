import { randomText } from '../crypto/random';
import type { AccessToken } from './access-tokens';
import type { Code, CodeKind } from './codes';
import type { Shipping } from './ship-order';

export interface SentMessage {
  readonly at: number;
  readonly openid: string;
  readonly templateId: string;
  readonly page: string | null;
  readonly data: unknown;
}

export interface OauthGrant {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly appid: string;
  readonly person: string;
  readonly scope: string;
  readonly validUntil: number;
}

export interface SavedPlatform {
  readonly codes: Code[];
  readonly tokens: AccessToken[];
  readonly templates: string[];
  readonly consents: [key: string, count: number][];
  readonly messages: SentMessage[];
  readonly shippings: Shipping[];
  readonly grants: OauthGrant[];
  readonly tickets: [appid: string, ticket: { value: string; validUntil: number }][];
}

const codeMs = 5 * 60_000;
const limit = 10_000;
const nothing: SavedPlatform = {
  codes: [],
  tokens: [],
  templates: [],
  consents: [],
  messages: [],
  shippings: [],
  grants: [],
  tickets: [],
};

/** What the platform remembers: codes, tokens, consents, messages, shipping, grants and tickets. */
export function openPlatformBook(saved: SavedPlatform = nothing) {
  const codes = new Map(saved.codes.map((code) => [code.code, code]));
  let tokens = [...saved.tokens];
  const templates = new Set(saved.templates);
  const consents = new Map(saved.consents);
  const messages = [...saved.messages];
  const shippings = new Map(saved.shippings.map((one) => [`${one.mchid} ${one.outTradeNo}`, one]));
  const grants = new Map(saved.grants.map((grant) => [grant.accessToken, grant]));
  const tickets = new Map(saved.tickets);
  const consentKey = (openid: string, templateId: string) => `${openid} ${templateId}`;

  return {
    makeCode(kind: CodeKind, of: Pick<Code, 'appid' | 'person' | 'phone' | 'scope'>, at: number): string {
      const [oldest] = codes.keys();
      if (codes.size >= limit && oldest !== undefined) codes.delete(oldest);
      const code = `0${randomText(31)}`;
      codes.set(code, { ...of, code, kind, validUntil: at + codeMs, isUsed: false });
      return code;
    },
    code: (code: string) => codes.get(code),
    tokens: (): readonly AccessToken[] => tokens,
    addToken(token: AccessToken): void {
      tokens = [...tokens.slice(-100), token];
    },
    addTemplate(templateId: string): void {
      templates.add(templateId);
    },
    hasTemplate: (templateId: string) => templates.has(templateId),
    /** One consent of a person is one message. */
    addConsents(openid: string, templateId: string, count: number): number {
      templates.add(templateId);
      const key = consentKey(openid, templateId);
      const total = (consents.get(key) ?? 0) + count;
      consents.set(key, total);
      return total;
    },
    consents: (openid: string, templateId: string) => consents.get(consentKey(openid, templateId)) ?? 0,
    addMessage(message: SentMessage): void {
      messages.push(message);
    },
    messages: (): readonly SentMessage[] => messages,
    shipping(mchid: string, outTradeNo: string): Shipping {
      const key = `${mchid} ${outTradeNo}`;
      const known = shippings.get(key);
      if (known) return known;
      const shipping: Shipping = { mchid, outTradeNo, state: 1, info: null, hasReshipped: false };
      shippings.set(key, shipping);
      return shipping;
    },
    addGrant(grant: OauthGrant): void {
      const [oldest] = grants.keys();
      if (grants.size >= limit && oldest !== undefined) grants.delete(oldest);
      grants.set(grant.accessToken, grant);
    },
    grant: (accessToken: string) => grants.get(accessToken),
    /** The JS ticket of an app, a new one when the last ran out. */
    ticket(appid: string, at: number): { value: string; validUntil: number } {
      const known = tickets.get(appid);
      if (known && at < known.validUntil) return known;
      const ticket = { value: randomText(86), validUntil: at + 7_200_000 };
      tickets.set(appid, ticket);
      return ticket;
    },
    saved: (): SavedPlatform => ({
      codes: [...codes.values()],
      tokens,
      templates: [...templates],
      consents: [...consents],
      messages,
      shippings: [...shippings.values()],
      grants: [...grants.values()],
      tickets: [...tickets],
    }),
  };
}

export type PlatformBook = ReturnType<typeof openPlatformBook>;
