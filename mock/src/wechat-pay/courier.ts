import type { Agent } from 'node:http';
import { breakSeal } from '../crypto/seal';
import type { CallbackFault, Faults } from '../faults';
import type { Keys } from '../keys';
import { post } from '../post';
import type { Settings } from '../settings';
import type { Book } from './book';
import { nextAttemptAt } from './ladder';
import type { Notice } from './model';
import { type Forgery, signatureHeaders } from './sign-answer';
import { noticeSigner } from './signer';

export interface CourierParts {
  readonly book: Book;
  readonly keys: Keys;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly agent: Agent;
  /** A key that is nobody's here: forged signatures are made with it. */
  readonly strangerPem: string;
  /** The clock of trade and the clock of signatures. */
  readonly tradeNow: () => number;
  readonly signingNow: () => number;
}

/** Callbacks under way at once. */
const handsFull = 32;
const forgeries: ReadonlySet<string> = new Set<Forgery>(['wrongKey', 'signTest', 'unknownSerial', 'stale']);
const isForgery = (kind: CallbackFault | null): kind is CallbackFault & Forgery =>
  kind !== null && forgeries.has(kind);

/** What is signed and what is sent: they differ only where the body was altered on its way. */
function bodiesOf(notice: Notice, fault: CallbackFault | null): { signed: string; sent: string } {
  const { body } = notice;
  if (fault === 'alteredBody') return { signed: body, sent: body.replace('"summary":"', '"summary":"!') };
  if (fault !== 'alteredCiphertext') return { signed: body, sent: body };
  const altered = body.replace(
    /"ciphertext":"([^"]+)"/,
    (_all, ciphertext: string) => `"ciphertext":"${breakSeal(ciphertext)}"`,
  );
  return { signed: altered, sent: altered };
}

/** True for a place callbacks may go to: this machine, or the product's own origin. Nothing else is ever called. */
const isReachable = (url: URL, { notifyUrl, callbackOrigin }: Settings) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) ||
  [notifyUrl, callbackOrigin].some((own) => own !== null && new URL(own).origin === url.origin);

function placeOf(notice: Notice, settings: Settings): string | null {
  const url = new URL(notice.url);
  const place = settings.callbackOrigin ? new URL(url.pathname, settings.callbackOrigin) : url;
  return isReachable(place, settings) ? place.href : null;
}

/** Brings callbacks to the merchants, by the ladder and through the faults in force. */
export function openCourier(parts: CourierParts) {
  const { book, keys, settings, faults, tradeNow } = parts;
  const underway = new Map<Notice, Promise<void>>();

  async function send(notice: Notice, fault: CallbackFault | null): Promise<number | null> {
    const url = placeOf(notice, settings);
    const merchant = keys.merchants.find(({ mchid }) => mchid === notice.mchid);
    if (url === null || !merchant) return null;
    const { signed, sent } = bodiesOf(notice, fault);
    const signer = noticeSigner(keys, merchant, notice.attempts.length);
    const forgery = isForgery(fault) ? fault : null;
    const headers = {
      'Content-Type': 'application/json',
      Accept: '*/*',
      'User-Agent': 'Mozilla/4.0',
      ...(await signatureHeaders(signed, signer, parts.signingNow(), forgery, parts.strangerPem)),
    };
    return post({ url, headers, body: sent, timeoutMs: settings.callbackTimeoutMs, agent: parts.agent });
  }

  const isWelcome = (status: number | null) => status === 200 || status === 204;

  function conclude(notice: Notice, isDelivered: boolean): void {
    if (notice.state !== 'waiting') return;
    if (isDelivered) {
      Object.assign(notice, { state: 'delivered', nextAt: null });
    } else {
      notice.failures += 1;
      notice.nextAt = nextAttemptAt(notice.failures, tradeNow(), settings.timeScale);
      if (notice.nextAt === null) notice.state = 'givenUp';
    }
    book.track(notice);
  }

  /** Another notice has arrived, so those held back for that may go. */
  function release(arrived: Notice): void {
    for (const notice of book.waiting()) {
      if (notice.held === 'order' && notice !== arrived && notice.mchid === arrived.mchid) {
        notice.nextAt = tradeNow();
      }
    }
  }

  function hold(notice: Notice, held: 'delay' | 'order', waitMs: number): void {
    notice.held = held;
    notice.nextAt = tradeNow() + waitMs / settings.timeScale;
  }

  async function attempt(notice: Notice): Promise<void> {
    const fault = notice.held === null ? faults.ofCallback(notice) : null;
    notice.held = null;
    if (fault?.kind === 'delay') return hold(notice, 'delay', fault.waitMs);
    if (fault?.kind === 'reorder') return hold(notice, 'order', fault.waitMs);
    const kind = fault?.kind ?? null;
    const at = tradeNow();
    const copies = kind === 'duplicate' ? 2 : 1;
    const statuses =
      kind === 'drop' ? [null] : await Promise.all(Array.from({ length: copies }, () => send(notice, kind)));
    for (const status of statuses) notice.attempts.push({ at, status, note: kind ?? '' });
    const isDelivered = statuses.some(isWelcome);
    conclude(notice, isDelivered);
    if (isDelivered) release(notice);
  }

  return {
    /** Sends what is due, as far as hands reach; answers how many, when all that is under way is over. */
    async deliverDue(): Promise<number> {
      const at = tradeNow();
      const due = book
        .waiting()
        .filter((notice) => !underway.has(notice) && notice.nextAt !== null && notice.nextAt <= at)
        .slice(0, Math.max(0, handsFull - underway.size));
      for (const notice of due) {
        underway.set(
          notice,
          attempt(notice).finally(() => underway.delete(notice)),
        );
      }
      await Promise.all(underway.values());
      return due.length;
    },
    /** The next instant at which something is to be sent, or null. */
    nextAt(): number | null {
      // Whoever comes back looks for more by itself.
      if (underway.size >= handsFull) return null;
      const instants = book
        .waiting()
        .flatMap((notice) => (notice.nextAt === null || underway.has(notice) ? [] : [notice.nextAt]));
      return instants.length === 0 ? null : instants.reduce((one, other) => Math.min(one, other));
    },
    /** Puts a callback at the head of the way again, whatever became of it. */
    resend(notice: Notice): void {
      Object.assign(notice, { state: 'waiting', nextAt: tradeNow(), held: null });
      book.track(notice);
    },
  };
}

export type Courier = ReturnType<typeof openCourier>;
