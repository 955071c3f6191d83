import { silentLog } from '../../platform/log';
import { aKeyPair, aMerchant, aSerial } from '../../platform/wechat/testing';
import type { Sent } from '../../platform/wechat/fetch-answer';
import { platformKeys } from './platform-keys';
import { anInstant, certificateList, type Signer, signedHeaders } from './testing';

const hourMs = 3_600_000;
const merchant = aMerchant({ verify: { mode: 'certificates', publicKeyId: null, publicKeyPem: null } });
const old: Signer = { serial: aSerial(), keys: aKeyPair() };
const fresh: Signer = { serial: aSerial(), keys: aKeyPair() };

function keysOver(list: () => { body: unknown; signer: Signer } | null) {
  let now = anInstant;
  let asked = 0;
  const fetchCertificates = async (): Promise<Sent> => {
    asked += 1;
    const told = list();
    if (!told) return { kind: 'lost', why: 'ECONNRESET' };
    const body = JSON.stringify(told.body);
    const headers = signedHeaders(told.signer, body, now);
    return {
      kind: 'answered',
      answer: { status: 200, headers, body: Buffer.from(body) },
    };
  };
  const keys = platformKeys({ merchant, fetchCertificates, clock: { now: () => now }, log: silentLog });
  return { keys, asked: () => asked, pass: (passedMs: number) => void (now += passedMs) };
}

const listOf = (signers: readonly Signer[], validTo?: number) =>
  certificateList(merchant.apiV3Key, signers, validTo);

it('knows the old and the new certificate while both are published', async () => {
  const { keys, asked } = keysOver(() => ({ body: listOf([old, fresh]), signer: old }));

  expect(await keys.keyOf(old.serial)).not.toBeNull();
  expect(await keys.keyOf(fresh.serial.toLowerCase())).not.toBeNull();
  expect(asked()).toBe(1);
});

it('learns a new one after a minute at the earliest', async () => {
  let published = [old];
  const { keys, asked, pass } = keysOver(() => ({ body: listOf(published), signer: old }));
  await keys.keyOf(old.serial);
  published = [old, fresh];

  pass(59_000);
  expect(await keys.keyOf(fresh.serial)).toBeNull();
  pass(1_000);
  expect(await keys.keyOf(fresh.serial)).not.toBeNull();
  expect(asked()).toBe(2);
});

it('asks again within twelve hours, and goes on with what it has when nobody answers', async () => {
  let isUp = true;
  const { keys, asked, pass } = keysOver(() => (isUp ? { body: listOf([old]), signer: old } : null));
  await keys.keyOf(old.serial);

  pass(10 * hourMs);
  await keys.keyOf(old.serial);
  expect(asked()).toBe(1);

  isUp = false;
  pass(2 * hourMs);
  expect(await keys.keyOf(old.serial)).not.toBeNull();
  expect(asked()).toBe(2);
});

it('lets a certificate go when its time is over', async () => {
  const validTo = Math.floor(anInstant / 1_000) * 1_000 + hourMs;
  const { keys, pass } = keysOver(() => ({ body: listOf([old], validTo), signer: old }));

  expect(await keys.keyOf(old.serial)).not.toBeNull();
  pass(hourMs);
  expect(await keys.keyOf(old.serial)).toBeNull();
});

const underSerial = (serial: string) => ({
  data: listOf([old]).data.map((entry) => ({ ...entry, serial_no: serial })),
});

it.each([
  ['sealed with another key', { body: certificateList('x'.repeat(32), [old]), signer: old }],
  ['signed by a stranger', { body: listOf([old]), signer: { ...old, keys: fresh.keys } }],
  ['signed by a serial it does not bring', { body: listOf([old]), signer: fresh }],
  [
    'of a serial that its certificate has not',
    { body: underSerial(fresh.serial), signer: { ...old, serial: fresh.serial } },
  ],
])('takes no list that is %s', async (_, told) => {
  const { keys } = keysOver(() => told);

  expect(await keys.keyOf(told.signer.serial)).toBeNull();
  expect(await keys.keyOf(old.serial)).toBeNull();
});
