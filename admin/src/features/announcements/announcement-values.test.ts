import { draftOf, newAnnouncement, valuesOf } from './announcement-values';
import { actionsFor, audienceText, standingOf, type Announcement } from './model';

const anAnnouncement: Announcement = {
  announcementId: 'a',
  version: 2,
  standing: 'shown',
  title: '春节发货安排',
  body: '除夕至初六停发。\n初七恢复。',
  link: { kind: 'goods', id: 'QG1012' },
  audience: { parties: 'all', regions: ['33', '3101'] },
  startsAt: '2026-03-06T02:00:00.000Z',
  endsAt: '2026-03-06T03:00:00.000Z',
  isPinned: true,
  changedBy: '林',
  changedAt: '2026-03-01T00:00:00.000Z',
};

it.each([
  { kind: 'goods', id: 'QG1012' },
  { kind: 'promotion', id: 'P1' },
  { kind: 'offers' },
  null,
] as const)('gives back what it was given, with the link %o', (link) => {
  const { title, body, audience, startsAt, endsAt, isPinned } = anAnnouncement;

  expect(draftOf(valuesOf({ ...anAnnouncement, link }))).toEqual({
    ...{ title, body, link, audience, startsAt, endsAt, isPinned },
  });
});

it('forgets the goods of a link that leads elsewhere now', () => {
  const values = { ...valuesOf(anAnnouncement), linkKind: 'offers' as const };

  expect(draftOf(values).link).toEqual({ kind: 'offers' });
});

it('begins now and lasts a week', () => {
  const nowMs = Date.parse('2026-03-06T02:00:00.000Z');

  expect(newAnnouncement(nowMs)).toMatchObject({
    startsAt: '2026-03-06T02:00:00.000Z',
    endsAt: '2026-03-13T02:00:00.000Z',
  });
});

it('says whom it is for', () => {
  expect(audienceText(anAnnouncement)).toBe('全渠道 · 2 个区域');
  expect(audienceText({ audience: { parties: 'stores', regions: [] } })).toBe('门店');
});

it('publishes drafts alone, and changes nothing that is over', () => {
  expect(actionsFor({ standing: 'draft' })).toEqual({ edit: true, publish: true, stop: true });
  expect(actionsFor({ standing: 'shown' })).toEqual({ edit: true, publish: false, stop: true });
  expect(actionsFor({ standing: 'over' })).toEqual({ edit: false, publish: false, stop: false });
});

it('takes from an address only a standing there is', () => {
  expect(standingOf('waiting')).toBe('waiting');
  expect(standingOf('toString')).toBeUndefined();
  expect(standingOf(null)).toBeUndefined();
});
