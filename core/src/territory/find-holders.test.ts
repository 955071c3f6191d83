import { findHolders, type HoldersQuestion } from './find-holders';
import { aGrant } from './testing';

const anything: HoldersQuestion = { on: '2026-01-01', productLine: null, channel: null };
const held = (areas: Parameters<typeof aGrant>[0], division: string, asked = anything) =>
  findHolders([aGrant(areas)], division, asked);

it('tells a division that is granted whole from one of which a part is', () => {
  expect(held({ areas: ['330000'] }, '330100')).toMatchObject([{ share: 'whole' }]);
  expect(held({ areas: ['330100'] }, '330000')).toMatchObject([{ share: 'part' }]);
  expect(held({ areas: ['*'] }, '650000')).toMatchObject([{ share: 'whole' }]);
  expect(held({ areas: ['330100'] }, '330200')).toEqual([]);
});

it('leaves out what a grant excludes, and tells when the exception is only a part', () => {
  const grant = { areas: ['330000'], excludedAreas: ['330100'] };

  expect(held(grant, '330100')).toEqual([]);
  expect(held(grant, '330106')).toEqual([]);
  expect(held(grant, '330000')).toMatchObject([{ share: 'part' }]);
  expect(held(grant, '330200')).toMatchObject([{ share: 'whole' }]);
});

it('gives a division back that is named more closely than its exception', () => {
  expect(held({ areas: ['330000', '330106'], excludedAreas: ['330100'] }, '330106')).toMatchObject([
    { share: 'whole' },
  ]);
});

it('asks for day, product line and channel, where they are asked for', () => {
  const grant = { areas: ['330000'], productLine: '饮品', channels: ['modern'], endsOn: '2026-02-01' };

  expect(held(grant, '330000')).toHaveLength(1);
  expect(held(grant, '330000', { ...anything, on: '2026-02-01' })).toEqual([]);
  expect(held(grant, '330000', { ...anything, productLine: '食品' })).toEqual([]);
  expect(held(grant, '330000', { ...anything, channel: 'catering' })).toEqual([]);
});

it('shows neither permits nor HQ, and each seller once with the best it holds', () => {
  expect(held({ kind: 'temporary', endsOn: '2027-01-01' }, '330000')).toEqual([]);
  expect(held({ level: 0 }, '330000')).toEqual([]);
  const two = [
    aGrant({ areas: ['330100'], exclusive: true }),
    aGrant({ areas: [], remainderAreas: ['330000'], exclusive: false }),
  ];
  expect(findHolders(two, '330000', anything)).toEqual([
    { sellerId: 'seller', share: 'whole', exclusive: true, isRemainder: false },
  ]);
});
