import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Done, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
const Kind = z.enum([
  'orderApproved',
  'orderRejected',
  'orderShipped',
  'refunded',
  'afterSalesDecided',
  'saleStarting',
  'afterSalesAsked',
  'refundStuck',
  'webhookPaused',
  'reportMade',
]);
/** WeChat's own: letters, digits, `-` and `_`. */
const TemplateId = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);
const SaleSubject = z.enum(['flash', 'promotion']);

export const MessageView = z.object({
  messageId: Id,
  kind: Kind,
  title: z.string(),
  body: z.string(),
  subject: z.enum(['order', 'afterSales', 'flash', 'promotion', 'refund', 'webhook', 'report']),
  subjectId: z.string(),
  at: At,
  isRead: z.boolean(),
});

const SendState = z
  .enum(['waiting', 'sending', 'sent', 'unwanted', 'unknown', 'failed'])
  .describe(
    'unknown: it may have arrived and is not sent again; unwanted: the person takes no more; failed: see `code`',
  );

export const SendView = z.object({
  sendId: Id,
  kind: Kind,
  title: z.string().describe('empty when the message is gone'),
  state: SendState,
  code: z.string().describe('what WeChat said the last time; empty when it said nothing'),
  advice: z.string(),
  tries: Count,
  createdAt: At,
  settledAt: At.nullable(),
});

export const messageRoutes = {
  list: route(endpoints.messages.list, {
    summary: 'What I was told, newest first; it is kept for 180 days.',
    access: 'signedIn',
    input: PageQuery.extend({
      unread: z.enum(['true', 'false']).default('false').describe('true: only what I have not read'),
    }),
    output: pageOf(MessageView),
    errors: [],
  }),
  unread: route(endpoints.messages.unread, {
    summary: 'How many messages I have not read.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ count: Count.max(99), isMore: z.boolean() }),
    errors: [],
  }),
  read: route(endpoints.messages.read, {
    summary: 'Say that I have read a message.',
    access: 'signedIn',
    input: z.object({ messageId: Id }),
    output: Done,
    errors: ['messages.unknown'],
  }),
  readAll: route(endpoints.messages.readAll, {
    summary: 'Say that I have read everything so far.',
    access: 'signedIn',
    input: z.object({}),
    output: Done,
    errors: [],
  }),
  templates: route(endpoints.messages.templates, {
    summary: 'Which messages I may have in WeChat, and how many of each I have agreed to.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ kind: Kind, templateId: z.string(), consents: Count })),
    }),
    errors: [],
  }),
  /** One acceptance is one message, and it is that of the WeChat at the device. */
  consent: route(endpoints.messages.consent, {
    summary: 'Tell what I answered when WeChat asked whether I want messages.',
    access: 'signedIn',
    input: z.object({
      commandId: CommandId,
      code: z.string().min(1).max(200).describe('of `wx.login`; single use'),
      answers: z
        .array(z.object({ templateId: TemplateId, answer: z.enum(['accept', 'reject', 'ban', 'filter']) }))
        .min(1)
        .max(5),
    }),
    output: Done,
    errors: [
      'messages.notOffered',
      'messages.templateUnknown',
      'messages.wechatCode',
      'messages.wechatSilent',
      'command.idReused',
    ],
  }),
  reminders: route(endpoints.messages.reminders, {
    summary: 'The sales I want to be reminded of and was not yet.',
    access: 'buyer',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ subject: SaleSubject, subjectId: z.string(), remindAt: At })),
    }),
    errors: [],
  }),
  remind: route(endpoints.messages.remind, {
    summary: 'Be reminded ten minutes before a sale starts, or not any more.',
    access: 'buyer',
    input: z.object({ subject: SaleSubject, subjectId: Id, isOn: z.boolean().default(true) }),
    output: Done,
    errors: ['messages.saleUnknown', 'messages.saleStarted'],
  }),
  sends: route(endpoints.messages.sends, {
    summary: 'Messages on their way to people’s WeChat, newest first.',
    access: 'headquarters',
    input: PageQuery.extend({ state: SendState.optional() }),
    output: pageOf(SendView),
    errors: [],
  }),
  retrySend: route(endpoints.messages.retrySend, {
    summary: 'Send a message again that failed.',
    access: 'hqManager',
    input: z.object({ commandId: CommandId, sendId: Id }),
    output: Done,
    errors: ['messages.notOffered', 'messages.sendUnknown', 'messages.sendNotFailed', 'command.idReused'],
  }),
};
