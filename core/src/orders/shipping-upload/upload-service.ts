import {
  answerOnce,
  type Caller,
  dayMs,
  type JobDefinition,
  pageOf,
  type Platform,
  readCursor,
  Refused,
} from '../../platform';
import { againInMs } from '../../payments';
import { afterLook, type AfterUpload, afterUpload } from './after-upload';
import { enqueueUpload, uploadJob } from './follow-service';
import type { ShippingUpload, UploadState } from './model';
import type { ShippingTeller } from './shipping-teller';
import { shippingUploadStore } from './store';

export interface UploadQuery {
  readonly state?: UploadState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Tells WeChat of the goods of payments, and shows a seller how that went. */
export function uploadService(
  { database, clock, jobs }: Pick<Platform, 'database' | 'clock' | 'jobs'>,
  teller: ShippingTeller | null,
) {
  /** Takes an upload that waits, with a time later than any it told before. */
  const begin = (paymentId: string): Promise<ShippingUpload | null> =>
    database.transaction(async (tx) => {
      const store = shippingUploadStore(tx);
      const upload = await store.upload(paymentId);
      if (upload?.state !== 'waiting') return null;
      const uploadedAt = Math.max(clock.now(), upload.uploadedAt + 1);
      if (!(await store.begin(upload, uploadedAt))) return null;
      return { ...upload, uploadedAt, tries: upload.tries + 1 };
    });

  const tell = async (upload: ShippingUpload, { upload: send, look }: ShippingTeller) => {
    const { transactionId, payerOpenid, plan, uploadedAt, tries } = upload;
    const next = afterUpload(await send({ transactionId, payerOpenid, plan, uploadedAt }), tries);
    return next.is === 'look' ? afterLook(await look(transactionId), next.code, tries) : next;
  };

  const settle = (upload: ShippingUpload, next: AfterUpload) =>
    database.transaction(async (tx) => {
      const store = shippingUploadStore(tx);
      const at = clock.now();
      if (next.is === 'settled') return void (await store.settle(upload, next.state, next.code, at));
      // A plan that was made anew meanwhile has a job of its own.
      if (!(await store.settle(upload, 'waiting', next.code, null))) return;
      const isTomorrow = next.is === 'again' && next.when === 'tomorrow';
      await enqueueUpload(tx, jobs, upload, at + (isTomorrow ? dayMs : againInMs(upload.tries)));
    });

  return {
    jobs: (): readonly JobDefinition[] =>
      teller
        ? [
            {
              name: uploadJob,
              run: async ({ payload }) => {
                const upload = await begin((payload as { paymentId: string }).paymentId);
                if (upload) await settle(upload, await tell(upload, teller));
              },
            },
          ]
        : [],

    /** What WeChat was told of the caller's shipments, newest payment first. */
    uploads: (caller: Caller, query: UploadQuery) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const store = shippingUploadStore(tx);
        const found = await store.ofSeller(caller.partyId, query.state ?? null, before, query.limit + 1);
        return pageOf(found, query.limit, ({ paymentId }) => [paymentId]);
      }),

    /**
     * Tells WeChat once more of what failed.
     * @throws shipping.uploadUnknown, shipping.uploadNotFailed, shipping.notOffered, command.idReused
     */
    async retryUpload(caller: Caller, input: { readonly commandId: string; readonly paymentId: string }) {
      const { partyId, at } = caller;
      const upload = await database.transaction(async (tx) => {
        const store = shippingUploadStore(tx);
        const found = await store.upload(input.paymentId);
        if (found?.sellerId !== partyId) throw new Refused('shipping.uploadUnknown');
        if (!teller) throw new Refused('shipping.notOffered');
        const command = { commandId: input.commandId, partyId, kind: 'shipping.retryUpload', input, at };
        await answerOnce(tx, command, async () => {
          if (!(await store.again(found.paymentId))) throw new Refused('shipping.uploadNotFailed');
          await enqueueUpload(tx, jobs, { ...found, version: found.version + 1, tries: 0 }, at);
          return {};
        });
        return (await store.upload(input.paymentId)) as ShippingUpload;
      });
      jobs.poke();
      return upload;
    },
  };
}
