import { z } from 'zod';
import { RegionPrefix } from './catalog-prices';
import { endpoints } from './endpoints';
import { At, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const command = { commandId: Id.describe('made by the caller; repeating it gets the first answer') };
const expectedVersion = z.int().min(0).describe('the version the caller has seen; 0 for a new one');
const one = z.object({ ...command, announcementId: Id, expectedVersion });

const Link = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('goods'), id: Id }),
    z.object({ kind: z.literal('promotion'), id: Id }),
    z.object({ kind: z.literal('offers') }),
  ])
  .describe('a page of the shop; never an address');

const Audience = z.object({
  parties: z
    .enum(['all', 'stores', 'distributors'])
    .describe('a distributor speaks to its own stores alone; chains are told what stores are'),
  regions: z.array(RegionPrefix).max(50).describe('divisions; none: everywhere'),
});

const written = {
  title: z.string().trim().min(1).max(40),
  body: z.string().trim().min(1).max(2_000).describe('plain text; line breaks are kept'),
  link: Link.nullable(),
  audience: Audience,
  startsAt: At,
  endsAt: At.describe('not shown from here on'),
  isPinned: z.boolean(),
};

const Standing = z.enum(['draft', 'waiting', 'shown', 'over']);

const AnnouncementView = z.object({
  announcementId: Id,
  version: z.int(),
  standing: Standing,
  ...written,
  changedBy: z.string(),
  changedAt: At,
});

const told = {
  announcementId: Id,
  version: z.int().describe('who has closed or read an earlier one is told again'),
  title: z.string(),
  publisherName: z.string(),
  startsAt: At,
  isPinned: z.boolean(),
};

export const announcementRoutes = {
  shown: route(endpoints.announcements.shown, {
    summary: 'What HQ and my suppliers announce to me now, pinned ones first, then the newest.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(z.object(told)) }),
    errors: [],
  }),
  one: route(endpoints.announcements.one, {
    summary: 'An announcement that is shown to me now.',
    access: 'signedIn',
    input: z.object({ announcementId: Id }),
    output: z.object({
      ...told,
      body: z.string(),
      link: Link.nullable().describe('null: nowhere, or nowhere for me'),
    }),
    errors: ['announcements.unknown'],
  }),
  own: route(endpoints.announcements.own, {
    summary: 'My announcements, the latest to start first.',
    access: 'manager',
    input: PageQuery.extend({ standing: Standing.optional() }),
    output: pageOf(AnnouncementView),
    errors: [],
  }),
  ownOne: route(endpoints.announcements.ownOne, {
    summary: 'One of my announcements, and how it stood before.',
    access: 'manager',
    input: z.object({ announcementId: Id }),
    output: z.object({
      announcement: AnnouncementView,
      versions: z.array(AnnouncementView).describe('newest first'),
    }),
    errors: ['announcements.unknown'],
  }),
  put: route(endpoints.announcements.put, {
    summary: 'Write a draft, or change an announcement that waits or is shown.',
    access: 'manager',
    input: z.object({ ...command, announcementId: Id, expectedVersion, ...written }),
    output: AnnouncementView,
    errors: [
      'announcements.unknown',
      'announcements.versionChanged',
      'announcements.over',
      'announcements.windowWrong',
      'announcements.windowOver',
      'announcements.audienceWrong',
      'announcements.linkUnknown',
      'announcements.tooMany',
      'command.idReused',
    ],
  }),
  publish: route(endpoints.announcements.publish, {
    summary: 'Let a draft be shown in its time.',
    access: 'manager',
    input: one,
    output: AnnouncementView,
    errors: [
      'announcements.unknown',
      'announcements.versionChanged',
      'announcements.over',
      'announcements.notDraft',
      'announcements.windowOver',
      'command.idReused',
    ],
  }),
  stop: route(endpoints.announcements.stop, {
    summary: 'End an announcement at once; a draft is thrown away by it.',
    access: 'manager',
    input: one,
    output: AnnouncementView,
    errors: [
      'announcements.unknown',
      'announcements.versionChanged',
      'announcements.over',
      'command.idReused',
    ],
  }),
};
