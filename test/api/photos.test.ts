import type { Client } from '@tongpan/bff';
import { dayMs } from '@tongpan/core';
import sharp from 'sharp';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { pictureOf, uploadBytes, uploadPhoto } from './upload-photo';

afterAll(removePlaces);

/** A PNG that says it is 30,000 by 30,000 pixels and is some hundred bytes long. */
async function aBomb() {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  small.writeUInt32BE(30_000, 16);
  small.writeUInt32BE(30_000, 20);
  const checked = small.subarray(12, 29);
  small.writeUInt32BE(crc32(checked), 29);
  return small;
}

/** @see RFC 2083, annex D */
function crc32(bytes: Uint8Array) {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

forEachEngine('photos', (engine) => {
  let shop: Shop;
  let store: Client;
  let seller: Client;
  let hq: Client;
  let stranger: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    await shop.addStore({ id: 'D9', kind: 'distributor', supplierId: 'HQ', limitFen: 1_000_000 });
    store = await shop.openStore({ id: 'PHOTO1' });
    [seller, hq, stranger] = (await Promise.all(['d1', 'hq', 'd9'].map(shop.as))) as [Client, Client, Client];
    await shop.addGoods({ id: 'PHOTOGOODS', onHand: 500, pricesE4: { D1: 100_000 } });
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const fetched = async (url: string) => {
    const answer = await fetch(`${shop.base}${url}`);
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const upload = (bytes: Uint8Array, photoId = shop.newId(), client = store) =>
    uploadBytes(client, photoId, 'afterSales', bytes);
  const signedOrder = async () => {
    const [orderId, shipmentId] = [shop.newId(), shop.newId()];
    await store.orders.place({ orderId, lines: [{ skuId: 'PHOTOGOODS', quantity: 10 }] });
    await seller.orders.ship({ orderId, shipmentId });
    return { orderId, shipmentId };
  };
  const ask = async (photos: string[]) => {
    const { orderId, shipmentId } = await signedOrder();
    await store.orders.sign({ ...said(), orderId, shipmentId });
    return store.afterSales.request({
      afterSalesId: shop.newId(),
      orderId,
      kind: 'return',
      reason: 'damaged',
      photos,
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 1 }],
    });
  };

  it('come in parts, turned upright, made smaller, and without the place they were taken at', async () => {
    const taken = await sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: '#a33' } })
      .withExif({
        IFD0: { Model: 'SECRETPHONE' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();

    const { received, photo } = await uploadBytes(store, shop.newId(), 'afterSales', taken, 10_000);

    expect(received).toBe(Math.ceil(taken.length / 10_000));
    expect(photo).toMatchObject({ state: 'waiting', width: 1_200, height: 1_600 });
    const full = await fetched(photo?.url ?? '');
    const kept = await sharp(full.bytes).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 1_200, height: 1_600 });
    expect([kept.exif, kept.orientation, kept.xmp, kept.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(full.bytes.includes('SECRETPHONE')).toBe(false);
    const thumbnail = await sharp((await fetched(photo?.thumbnailUrl ?? '')).bytes).metadata();
    expect([thumbnail.width, thumbnail.height]).toEqual([240, 320]);
  });

  it('are served as nothing but a picture', async () => {
    const { photo } = await upload(await pictureOf('headers'));

    const { answer } = await fetched(photo?.url ?? '');

    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="${photo?.photoId}.jpg"`,
      'cache-control': 'private, max-age=900, immutable',
    });
  });

  it.each([
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'attachments.notAPicture'],
    [
      'a drawing with scripts',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'attachments.notAPicture',
    ],
    ['a JPEG cut short', async () => (await pictureOf('cut')).subarray(0, 300), 'attachments.pictureBroken'],
    [
      'the beginning of a JPEG and noise',
      () => Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(900, 7)]),
      'attachments.pictureBroken',
    ],
    ['a few bytes that unfold to 900 million pixels', aBomb, 'attachments.tooManyPixels'],
    ['more than 5 MB', () => Buffer.alloc(5 * 1_048_576 + 1, 0xff), 'attachments.tooLarge'],
  ])('are not %s, and nothing of it stays', async (_, make, code) => {
    const photoId = shop.newId();

    // In parts of the largest size twenty hold a few bytes more than 5 MB.
    const bytes = await make();
    expect(await codeOf(uploadBytes(store, photoId, 'afterSales', bytes, 262_146))).toBe(code);

    expect(await shop.rows('SELECT 1 AS one FROM photoPart WHERE photoId = ?', [photoId])).toEqual([]);
    expect(await codeOf(store.attachments.get({ photoId }))).toBe('attachments.photoUnknown');
    expect((await upload(await pictureOf('instead'), photoId)).photo).toMatchObject({ photoId });
  });

  it('lose what hides behind their pixels', async () => {
    const polyglot = Buffer.concat([
      await pictureOf('polyglot'),
      Buffer.from('<script>alert(1)</script>PK\u0003\u0004'),
    ]);

    const { photo } = await upload(polyglot);

    const { bytes } = await fetched(photo?.url ?? '');
    expect(bytes.includes('<script>')).toBe(false);
    expect(bytes.includes('PK\u0003\u0004')).toBe(false);
  });

  it('may be said again, part by part or whole, and never as another picture', async () => {
    const photoId = shop.newId();
    const [bytes, other] = [await pictureOf('again'), await pictureOf('another')];
    const half = Math.ceil(bytes.length / 2);
    const part = (partNo: number, from: Uint8Array = bytes) =>
      store.attachments.addPart({
        photoId,
        purpose: 'afterSales',
        partNo,
        partCount: 2,
        content: Buffer.from(from.subarray((partNo - 1) * half, partNo * half)).toString('base64'),
      });

    expect(await part(1)).toEqual({ received: 1, photo: null });
    expect(await part(1)).toEqual({ received: 1, photo: null });
    expect(await codeOf(part(1, other))).toBe('command.idReused');
    const [one, two] = await Promise.all([part(2), part(2)]);
    expect(one.photo).toMatchObject({ photoId, state: 'waiting' });
    expect(two).toEqual(one);
    expect(await part(1)).toEqual(one);
    expect(await codeOf(part(2, other))).toBe('command.idReused');
    expect(await codeOf(upload(bytes, photoId, stranger))).toBe('command.idReused');
    expect(await codeOf(uploadBytes(store, photoId, 'display', bytes, half))).toBe('command.idReused');
    expect(await shop.rows('SELECT id FROM photo WHERE id = ?', [photoId])).toHaveLength(1);
  });

  it('are whole when their last parts come together', async () => {
    for (const word of ['one', 'two', 'three', 'four']) {
      const photoId = shop.newId();
      const bytes = await pictureOf(word);
      const partBytes = Math.ceil(bytes.length / 4);
      const answers = await Promise.all(
        [1, 2, 3, 4].map((partNo) =>
          store.attachments.addPart({
            photoId,
            purpose: 'afterSales',
            partNo,
            partCount: 4,
            content: bytes.subarray((partNo - 1) * partBytes, partNo * partBytes).toString('base64'),
          }),
        ),
      );

      expect(answers.some(({ photo }) => photo?.photoId === photoId)).toBe(true);
    }
  });

  it('are opened by a signed link only, until it is over, and one answer is given to all others', async () => {
    const { photo } = await upload(await pictureOf('link'));
    const url = photo?.url ?? '';
    const status = async (changed: string) => (await fetched(changed)).answer.status;

    expect(await status(url)).toBe(200);
    expect(await status(url.replace('/full', '/thumbnail'))).toBe(404);
    expect(await status(url.replace(/signature=./, 'signature=!'))).toBe(404);
    expect(await status(url.replace(/until=\d+/, 'until=9999999999999'))).toBe(404);
    expect(await status(url.replace(/\?.*/, ''))).toBe(404);
    expect(await status(url.replace(photo?.photoId ?? '', 'NOBODYS'))).toBe(404);
    expect(await status(`/api/v1/goods-pictures/${photo?.photoId}/full.jpg`)).toBe(404);
    shop.passTime(31 * 60_000);
    expect(await status(url)).toBe(404);
    const again = await store.attachments.get({ photoId: photo?.photoId ?? '' });
    expect(await status(again.url)).toBe(200);
  });

  it('hang on one request, and both its sides and HQ see them, nobody else', async () => {
    const photoId = await uploadPhoto(store, shop.newId(), 'afterSales');
    expect(await codeOf(seller.attachments.get({ photoId }))).toBe('attachments.photoUnknown');

    const { afterSalesId, photos } = await ask([photoId]);

    expect(photos).toMatchObject([{ reference: photoId, url: expect.any(String) }]);
    const seen = await seller.afterSales.get({ afterSalesId });
    expect((await fetched(seen.photos[0]?.thumbnailUrl ?? '')).answer.status).toBe(200);
    expect(await seller.attachments.get({ photoId })).toMatchObject({ state: 'used' });
    expect(await hq.attachments.get({ photoId })).toMatchObject({ state: 'used' });
    expect(await codeOf(stranger.attachments.get({ photoId }))).toBe('attachments.photoUnknown');
    expect(await codeOf(ask([photoId]))).toBe('attachments.photoUsed');
  });

  it('are used by whom they belong to, for what they are, once', async () => {
    const foreign = await uploadPhoto(stranger, shop.newId(), 'afterSales');
    const display = await uploadPhoto(store, shop.newId(), 'display');
    const mine = await uploadPhoto(store, shop.newId(), 'afterSales');

    expect(await codeOf(ask([foreign]))).toBe('attachments.photoUnknown');
    expect(await codeOf(ask(['NO-SUCH-PHOTO']))).toBe('attachments.photoUnknown');
    expect(await codeOf(ask([display]))).toBe('attachments.photoUnknown');
    expect(await codeOf(ask([mine, mine]))).toBe('attachments.photoUsed');
    expect(await store.attachments.get({ photoId: mine })).toMatchObject({ state: 'waiting' });
  });

  it('show what was wrong when goods were signed for', async () => {
    const photoId = await uploadPhoto(store, shop.newId(), 'signOff');
    const { orderId, shipmentId } = await signedOrder();

    await store.orders.sign({
      ...said(),
      orderId,
      shipmentId,
      differences: [{ shipmentLineNo: 1, damaged: 2 }],
      photos: [photoId],
    });

    const { shipments } = await seller.orders.get({ orderId });
    expect(shipments[0]?.photos).toMatchObject([{ reference: photoId, url: expect.any(String) }]);
  });

  it('leave references that were typed readable', async () => {
    const { afterSalesId } = await ask([]);
    await shop.run('UPDATE afterSales SET photos = ? WHERE id = ?', ['["IMG-001"]', afterSalesId]);

    expect((await seller.afterSales.get({ afterSalesId })).photos).toEqual([
      { reference: 'IMG-001', url: null, thumbnailUrl: null },
    ]);
  });

  it('show goods to everybody, in the order HQ gave them', async () => {
    const [first, second] = [
      await uploadPhoto(hq, shop.newId(), 'goods'),
      await uploadPhoto(hq, shop.newId(), 'goods'),
    ];
    const put = (...photoIds: string[]) =>
      hq.catalog.putPictures({ ...said(), skuId: 'PHOTOGOODS', photoIds });
    await put(first, second);

    const shown = await store.catalog.get({ skuId: 'PHOTOGOODS' });
    expect(shown.imageUrl).toBe(`/api/v1/goods-pictures/${first}/thumbnail.jpg`);
    expect(shown.imageUrls).toHaveLength(2);
    const { answer } = await fetched(shown.imageUrl ?? '');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);

    await put(second);
    expect((await fetched(shown.imageUrl ?? '')).answer.status).toBe(404);
    await put(second, first);
    expect(await store.catalog.get({ skuId: 'PHOTOGOODS' })).toMatchObject({
      imageUrl: `/api/v1/goods-pictures/${second}/thumbnail.jpg`,
    });
    expect(await codeOf(hq.catalog.putPictures({ ...said(), skuId: 'WATER', photoIds: [first] }))).toBe(
      'attachments.photoUsed',
    );
    expect((await store.catalog.get({ skuId: 'WATER' })).imageUrl).toBeNull();
  });

  it('stay with goods as one of those who set them at once has said, and the others come off', async () => {
    await shop.addGoods({ id: 'RUSHGOODS', pricesE4: { D1: 100_000 } });
    const photoIds: string[] = [];
    for (let at = 0; at < 4; at += 1) photoIds.push(await uploadPhoto(hq, shop.newId(), 'goods'));

    await Promise.all(
      photoIds.map((photoId) =>
        hq.catalog.putPictures({ ...said(), skuId: 'RUSHGOODS', photoIds: [photoId] }),
      ),
    );

    const { items } = await hq.catalog.pictures({ skuId: 'RUSHGOODS' });
    expect(items).toHaveLength(1);
    const states = await Promise.all(photoIds.map((photoId) => hq.attachments.get({ photoId })));
    expect(states.filter(({ state }) => state === 'used')).toHaveLength(1);
  });

  it('are limited by user and day', async () => {
    const { user } = await stranger.auth.me({}).then((me) => ({ user: me.userId }));
    const on = new Date(shop.core.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await shop.run('DELETE FROM photoQuota WHERE id = ?', [`user ${user}`]);
    await shop.run('INSERT INTO photoQuota (id, countedOn, photos) VALUES (?, ?, 199)', [`user ${user}`, on]);

    expect((await upload(await pictureOf('last'), shop.newId(), stranger)).photo).not.toBeNull();
    expect(await codeOf(upload(await pictureOf('over'), shop.newId(), stranger))).toBe(
      'attachments.quotaSpent',
    );
    shop.passTime(dayMs);
    expect((await upload(await pictureOf('next day'), shop.newId(), stranger)).photo).not.toBeNull();
  });

  it('go after a day that nothing uses, files that no photo names with them, and what is missing is said', async () => {
    const used = await uploadPhoto(store, shop.newId(), 'afterSales');
    await ask([used]);
    const waiting = await uploadPhoto(store, shop.newId(), 'afterSales');
    const { attachments, files } = shop.core;
    await store.attachments.addPart({
      photoId: shop.newId(),
      purpose: 'display',
      partNo: 1,
      partCount: 2,
      content: 'AAAA',
    });
    // A crash between file and row leaves a file that nobody was told of.
    const on = (await files.days()).at(-1) as `${string}`;
    await files.put(`${on}/ORPHAN-full.jpg`, new Uint8Array([1]));

    await attachments.tend();
    expect(await store.attachments.get({ photoId: waiting })).toMatchObject({ state: 'waiting' });
    shop.passTime(3 * dayMs);
    const tended = await attachments.tend();

    expect(tended).toMatchObject({ swept: 1, missing: 0 });
    expect(tended.purged).toBeGreaterThan(0);
    expect(await codeOf(store.attachments.get({ photoId: waiting }))).toBe('attachments.photoUnknown');
    expect((await fetched((await store.attachments.get({ photoId: used })).url)).answer.status).toBe(200);
    expect(await shop.rows('SELECT photoId FROM photoPart')).toEqual([]);

    const [row] = await shop.rows<{ fileKey: `${string}/${string}` }>(
      'SELECT fileKey FROM photo WHERE id = ?',
      [used],
    );
    const bytes = await files.get(row?.fileKey ?? '/');
    await files.remove(row?.fileKey ?? '/');
    expect(await attachments.tend()).toMatchObject({ missing: 1 });
    await files.put(row?.fileKey ?? '/', bytes ?? new Uint8Array());
    expect(await attachments.tend()).toMatchObject({ missing: 0 });
  });

  endsWithBooks(() => shop);
});
