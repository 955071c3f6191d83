import { releasePhotos, usePhotos } from '../attachments';
import { type Caller, commandsOver, type Database, groupBy, type Known, Refused } from '../platform';
import { goodsStore } from './goods-store';
import { pictureStore } from './picture-store';

export interface PutPictures {
  readonly commandId: string;
  readonly skuId: string;
  /** In the order they are shown; the first is the main one. */
  readonly photoIds: readonly string[];
}

/** Pictures of goods: HQ hangs them up, everybody looks. */
export function picturesService(database: Database) {
  const once = commandsOver(database);

  return {
    /** The photos of SKUs in the order they are shown, by SKU. */
    picturesOf: (skuIds: readonly string[]): Promise<Known<readonly string[]>> =>
      database.read(async (tx) => {
        const bySku = groupBy(await pictureStore(tx).pictures(skuIds), ({ skuId }) => skuId);
        return new Map([...bySku].map(([skuId, of]) => [skuId, of.map(({ photoId }) => photoId)]));
      }),

    /**
     * Sets the pictures of a SKU and their order. One that is left out comes off and may hang again for a day.
     * @throws catalog.skuUnknown, attachments.photoUnknown, attachments.photoUsed, command.idReused
     */
    putPictures: (caller: Caller, input: PutPictures) =>
      once(caller, 'catalog.putPictures', input.commandId, input, async (tx) => {
        const { skuId, photoIds } = input;
        // The SKU is locked, not its pictures: where there are none yet, there is nothing of theirs to lock.
        const [sku] = await goodsStore(tx).skusLocked([skuId]);
        if (!sku) throw new Refused('catalog.skuUnknown');
        const store = pictureStore(tx);
        const before = (await store.pictures([skuId])).map(({ photoId }) => photoId);
        if (new Set(photoIds).size !== photoIds.length) throw new Refused('attachments.photoUsed');
        const added = photoIds.filter((photoId) => !before.includes(photoId));
        const gone = before.filter((photoId) => !photoIds.includes(photoId));
        await usePhotos(tx, caller, { photoIds: added, purpose: 'goods', usedBy: skuId, viewerId: null });
        await store.replace(
          skuId,
          photoIds.map((photoId, position) => ({ skuId, position, photoId })),
        );
        await releasePhotos(tx, gone, skuId, caller.at);
        return photoIds;
      }),
  };
}
