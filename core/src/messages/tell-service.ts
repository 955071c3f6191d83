import { loadUsersOf, type User } from '../partners';
import { type Instant, type Jobs, type NewId, type Role, type Tx } from '../platform';
import { newsForMs } from './after-send';
import { compose, type Composed, type News } from './compose-message';
import { fillTemplate, type Template } from './fill-template';
import type { Message, MessageSend } from './model';
import { pageOf } from './page-of';
import type { Postman } from './postman';
import { sendStore } from './send-store';
import { messageStore } from './store';

/** The job that brings one message to WeChat. */
export const sendJob = 'messages.send';

export interface TellParts {
  readonly newId: NewId;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  /** Null where no message goes to WeChat. */
  readonly postman: Pick<Postman, 'templates'> | null;
}

/** Of a party, who is told: its owner, and whoever has one of these roles. */
export interface Hearers {
  readonly partyId: string;
  readonly roles: readonly Role[];
}

/** A party has a handful of people; whoever has hundreds is told by a list. */
const hearersLimit = 50;

const hears = ({ status, roles }: User, wanted: readonly Role[]) =>
  status === 'active' && roles.some((role) => role === 'owner' || wanted.includes(role));

/** Tells the people of a party whom it concerns what happened, each once. */
export async function tellParty(
  tx: Tx,
  parts: TellParts,
  event: { readonly eventId: string; readonly at: Instant },
  { partyId, roles }: Hearers,
  news: News,
): Promise<void> {
  const users = (await loadUsersOf(tx, partyId)).filter((user) => hears(user, roles)).slice(0, hearersLimit);
  await tellUsers(
    tx,
    parts,
    event,
    users.map(({ id: userId }) => ({ userId, partyId })),
    news,
  );
}

/** Tells people what happened, each once: in their inbox, and in WeChat where they have agreed to it. */
export async function tellUsers(
  tx: Tx,
  parts: TellParts,
  { eventId, at }: { readonly eventId: string; readonly at: Instant },
  people: readonly Pick<Message, 'userId' | 'partyId'>[],
  news: News,
): Promise<void> {
  const { facts, ...words } = compose(news, at);
  const messages = people.map((person): Message => ({
    id: parts.newId(),
    eventId,
    ...person,
    ...words,
    at,
    readAt: null,
  }));
  const fresh = await messageStore(tx).add(messages);
  const template = parts.postman?.templates[news.kind];
  if (template && fresh.length > 0) await sendOn(tx, parts, fresh, template, facts, at);
}

/** Takes a consent for each of these messages that has one, and asks for the message to be sent. */
async function sendOn(
  tx: Tx,
  { newId, jobs }: TellParts,
  messages: readonly Message[],
  template: Template,
  facts: Composed['facts'],
  at: Instant,
) {
  const fields = fillTemplate(template, facts);
  if (fields === null) return;
  const { templateId } = template;
  const store = messageStore(tx);
  const userIds = messages.map(({ userId }) => userId);
  const consents = await store.consentsFor(userIds, templateId);
  for (const message of messages) {
    const consent = consents.find(({ userId }) => userId === message.userId);
    if (!consent || !(await store.takeConsent(consent))) continue;
    const send: MessageSend = {
      id: newId(),
      messageId: message.id,
      userId: message.userId,
      kind: message.kind,
      openid: consent.openid,
      templateId,
      fields,
      page: pageOf(message),
      state: 'waiting',
      tries: 0,
      code: '',
      createdAt: at,
      endsAt: at + newsForMs,
      settledAt: null,
    };
    await sendStore(tx).add([send]);
    await enqueueSend(tx, jobs, send, at);
  }
}

/** Asks for the next try of a send; one job for each. */
export const enqueueSend = (
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { id, tries }: Pick<MessageSend, 'id' | 'tries'>,
  runAt: Instant,
) => jobs.enqueue(tx, { name: sendJob, key: `${id}:${tries}`, payload: { sendId: id }, runAt });
