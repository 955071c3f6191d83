import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { rebatesOf } from './rebate-deals';
import { pictureOf, uploadBytes, uploadPhoto } from './upload-photo';

afterAll(removePlaces);

forEachEngine('rebates for displays', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const { said, onlyFor, publish, customer, settleUntil, balanceOf } = rebatesOf(
    () => shop,
    () => seller,
  );

  it('are paid for a display when its photos are approved', async () => {
    const store = await customer('R7');
    const promotionId = await publish({
      kind: 'displayDeal',
      name: '端架陈列',
      audience: onlyFor('R7'),
      rule: { rewardFen: 20_000, proofCount: 2 },
    });
    /** Each time uploaded anew, as somebody would who wants a picture to count twice. */
    const upload = async (picture: string) => {
      const photoId = shop.newId();
      await uploadBytes(store, photoId, 'display', await pictureOf(picture));
      return photoId;
    };
    const handIn = async (...pictures: string[]) =>
      store.rebates.handInDisplay({
        ...said(),
        promotionId,
        photos: await Promise.all(pictures.map(upload)),
        note: '门口端架',
      });
    const decide = (claimId: string, approve: boolean, reason = '') =>
      seller.rebates.decideDisplay({ ...said(), claimId, approve, reason });

    const first = await handIn('IMG-1', 'IMG-2');
    expect(first).toMatchObject({ state: 'open', promotionName: '端架陈列', sellerName: expect.any(String) });
    expect(await codeOf(handIn('IMG-3'))).toBe('rebates.claimOpen');
    expect(await seller.rebates.totals({})).toMatchObject({ openClaims: 1 });
    expect(await decide(first.claimId, false, '照片看不清')).toMatchObject({
      state: 'refused',
      reason: '照片看不清',
    });
    expect(await balanceOf(store)).toBeUndefined();
    expect(await codeOf(decide(first.claimId, true))).toBe('rebates.claimDecided');

    const second = await handIn('IMG-1');
    await decide(second.claimId, true);
    expect(await balanceOf(store)).toBeUndefined();
    expect(await codeOf(handIn('IMG-1'))).toBe('rebates.photoUsed');
    expect(await codeOf(handIn('IMG-4', 'IMG-4'))).toBe('rebates.photoUsed');

    const third = await handIn('IMG-2');
    await decide(third.claimId, true);
    await settleUntil(1);
    expect(await balanceOf(store)).toMatchObject({ balanceFen: 20_000 });
    const { items } = await store.rebates.displays({});
    expect(items.map(({ state }) => state)).toEqual(['approved', 'approved', 'refused']);
  });

  it('ask a reason of who refuses photos', async () => {
    const refused = seller.rebates.decideDisplay({ ...said(), claimId: 'NOTHING', approve: false });

    expect(await codeOf(refused)).toBe('request.invalid');
  });

  it('are known to no other seller’s deal', async () => {
    const store = await customer('R8');
    const others = await publish({
      kind: 'displayDeal',
      audience: onlyFor('R7'),
      rule: { rewardFen: 100, proofCount: 1 },
    });
    const photo = await uploadPhoto(store, shop.newId(), 'display');
    const handIn = (promotionId: string) =>
      store.rebates.handInDisplay({ ...said(), promotionId, photos: [photo] });

    expect(await codeOf(handIn(others))).toBe('rebates.dealUnknown');
    expect(await codeOf(handIn('NO-SUCH-DEAL'))).toBe('rebates.dealUnknown');
  });

  endsWithBooks(() => shop);
});
