import { answerOnce, type Caller, type Instant, type Platform, Refused, type Tx } from '../platform';
import type { MessageConsent, MessageKind } from './model';
import type { Postman } from './postman';
import { sendStore } from './send-store';
import { messageStore } from './store';

/** What somebody answered when WeChat asked. `filter` is a template WeChat itself left out. */
export interface ConsentAnswer {
  readonly templateId: string;
  readonly answer: 'accept' | 'reject' | 'ban' | 'filter';
}

export interface ConsentInput {
  readonly commandId: string;
  /** Of `wx.login`: it is the WeChat of the device that has agreed, whoever is logged in. */
  readonly code: string;
  readonly answers: readonly ConsentAnswer[];
}

/** More are never needed, and a client that counts up without asking gains nothing by it. */
const mostKept = 20;

/**
 * A WeChat that is no more the user's hears nothing of the user: what was agreed to there goes, and what waits to be sent
 * there is not, in the transaction of the unbinding.
 */
export async function forgetConsents(
  tx: Tx,
  {
    userId,
    keptOpenid,
    at,
  }: { readonly userId: string; readonly keptOpenid: string | null; readonly at: Instant },
): Promise<void> {
  await messageStore(tx).forgetConsents(userId, keptOpenid);
  await sendStore(tx).withdraw(userId, keptOpenid, at);
}

/** 订阅: what people agree to be told in WeChat. */
export function consentService({ database }: Pick<Platform, 'database'>, postman: Postman | null) {
  const templates = Object.entries(postman?.templates ?? {});
  const known = new Set(templates.map(([, { templateId }]) => templateId));

  return {
    /** The templates one may agree to, and how many of each the caller has agreed to. */
    templates: (caller: Caller) =>
      database.read(async (tx) => {
        const consents = await messageStore(tx).consentsOf(caller.userId);
        return templates.map(([kind, { templateId }]) => ({
          kind: kind as MessageKind,
          templateId,
          consents: consents
            .filter((one) => one.templateId === templateId)
            .reduce((total, one) => total + one.consents, 0),
        }));
      }),

    /**
     * Keeps what the caller has answered; each acceptance is one message.
     * @throws messages.notOffered, messages.templateUnknown, messages.wechatCode, messages.wechatSilent, command.idReused
     */
    async consent(caller: Caller, input: ConsentInput): Promise<void> {
      if (!postman) throw new Refused('messages.notOffered');
      if (input.answers.some(({ templateId }) => !known.has(templateId))) {
        throw new Refused('messages.templateUnknown');
      }
      const who = await postman.openidOf(input.code);
      if (who.kind === 'unknown') throw new Refused('messages.wechatSilent');
      if (who.kind === 'refused') throw new Refused('messages.wechatCode');
      const { userId, partyId, at } = caller;
      const { commandId, answers } = input;
      await database.transaction(async (tx) => {
        const store = messageStore(tx);
        // A repeat comes with another code: that one is good once.
        const command = { commandId, partyId, kind: 'messages.consent', input: { userId, answers }, at };
        await answerOnce(tx, command, async () => {
          for (const { templateId, answer } of answers) {
            const consent: MessageConsent = {
              userId,
              openid: who.value,
              templateId,
              consents: 0,
              isBanned: false,
              changedAt: at,
            };
            if (answer === 'accept') await store.addConsent(consent, mostKept);
            if (answer === 'ban') await store.ban(consent);
          }
          return {};
        });
      });
    },
  };
}
