import { loadPhotosOf, type Photo, releasePhotos, usePhotos } from '../attachments';
import { type Caller, type Platform, Refused, type Tx } from '../platform';
import { assertSupplied } from './assert-supplied-service';
import { deskOf } from './desk-service';
import { partnerStore } from './store';

/** More than the sides of every licence a shop has. */
const mostPhotos = 9;

export interface LicencePhotoInput {
  readonly commandId: string;
  readonly partyId: string;
  readonly photoId: string;
}

/** The desk where photos of licences are kept: HQ of anybody's, a distributor of its customers'. */
export function licencePhotoDesk(platform: Platform) {
  const desk = deskOf(platform);

  const photosOf = async (tx: Tx, partyId: string): Promise<readonly Photo[]> =>
    (await loadPhotosOf(tx, 'licence', [partyId])).get(partyId) ?? [];
  const lock = async (tx: Tx, caller: Caller, partyId: string) => {
    const [found] = await partnerStore(tx).partiesLocked([partyId]);
    return assertSupplied(tx, caller, found);
  };
  const record = (tx: Tx, caller: Caller, partyId: string, [before, after]: readonly [number, number]) =>
    desk.record(tx, caller, {
      partyId,
      sellerId: caller.partyKind === 'hq' ? null : caller.partyId,
      kind: 'licencePhotos',
      before: { photos: before },
      after: { photos: after },
    });
  const shown = (caller: Caller, partyId: string) =>
    desk.database.read(async (tx) => {
      const [found] = await partnerStore(tx).parties([partyId]);
      return photosOf(tx, (await assertSupplied(tx, caller, found)).id);
    });

  return {
    /** The photos of a customer's licences, the first one first. @throws partners.unknown */
    licencePhotos: shown,

    /**
     * Hangs an uploaded photo on a customer. The customer may look at it, and whoever else supplies it.
     * @throws partners.unknown, partners.tooManyPhotos, attachments.photoUnknown, attachments.photoUsed
     */
    async addLicencePhoto(caller: Caller, input: LicencePhotoInput): Promise<readonly Photo[]> {
      await desk.once(caller, 'addLicencePhoto', input, async (tx) => {
        const { id: partyId } = await lock(tx, caller, input.partyId);
        const { length: count } = await photosOf(tx, partyId);
        if (count >= mostPhotos) throw new Refused('partners.tooManyPhotos');
        const use = { purpose: 'licence', usedBy: partyId, viewerId: partyId } as const;
        await usePhotos(tx, caller, { ...use, photoIds: [input.photoId] });
        await record(tx, caller, partyId, [count, count + 1]);
        return {};
      });
      return shown(caller, input.partyId);
    },

    /**
     * Takes a photo off again: HQ any, others what their own house has added.
     * @throws partners.unknown, attachments.photoUnknown
     */
    async removeLicencePhoto(caller: Caller, input: LicencePhotoInput): Promise<readonly Photo[]> {
      await desk.once(caller, 'removeLicencePhoto', input, async (tx) => {
        const { id: partyId } = await lock(tx, caller, input.partyId);
        const photos = await photosOf(tx, partyId);
        const photo = photos.find(({ id }) => id === input.photoId);
        const isMine = caller.partyKind === 'hq' || photo?.ownerId === caller.partyId;
        if (!photo || !isMine) throw new Refused('attachments.photoUnknown');
        await releasePhotos(tx, [photo.id], partyId, caller.at);
        await record(tx, caller, partyId, [photos.length, photos.length - 1]);
        return {};
      });
      return shown(caller, input.partyId);
    },
  };
}
