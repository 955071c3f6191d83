import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SettingsInvalid } from '../settings';
import { merchantOf } from './config';
import { readWechatConfig } from './read-config';
import { aKeyPair, aMerchant, aWechatConfig } from './testing';

const folder = mkdtempSync(path.join(tmpdir(), 'wechat-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (value: unknown) => {
  const file = path.join(folder, 'config.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};

const findingsOf = (value: unknown): string => {
  try {
    readWechatConfig(fileOf(value));
  } catch (error) {
    if (error instanceof SettingsInvalid) return error.message;
    throw error;
  }
  return '';
};

it('reads what the file says', () => {
  const config = aWechatConfig({ payUrl: 'https://api.mch.weixin.qq.com' });

  expect(readWechatConfig(fileOf({ ...config, payUrl: 'https://api.mch.weixin.qq.com/' }))).toEqual(config);
});

it('takes absent keys as none', () => {
  const { subMchid: _subMchid, ...merchant } = aMerchant();
  const file = fileOf(
    aWechatConfig({ merchants: [{ ...merchant, verify: { mode: 'certificates' } }] as never }),
  );

  expect(readWechatConfig(file).merchants[0]).toMatchObject({
    subMchid: null,
    verify: { mode: 'certificates', publicKeyId: null, publicKeyPem: null },
  });
});

it('names the field and keeps what stands in it to itself', () => {
  const secret = 'a-secret-that-is-too-short';
  const merchant = { ...aMerchant(), apiV3Key: secret, privateKeyPem: `${secret} of a key` };

  const findings = findingsOf(aWechatConfig({ merchants: [merchant] }));

  expect(findings).toContain('WECHAT_CONFIG merchants.0.apiV3Key: 32 bytes');
  expect(findings).toContain('WECHAT_CONFIG merchants.0.privateKeyPem: a private key in PEM');
  expect(findings).not.toContain(secret);
});

it('keeps to itself what stands around a slip of the pen', () => {
  const findings = findingsOf('{ "apiV3Key": "0123456789abcdef", oops }');

  expect(findings).toContain('expected a readable file of JSON');
  expect(findings).not.toContain('0123456789abcdef');
});

it('notices a certificate of another key or serial before anything is signed with it', () => {
  const other = { ...aMerchant(), privateKeyPem: aKeyPair().privateKeyPem };
  const renamed = { ...aMerchant(), certificateSerial: '5157F09EFDC096DE15EBE81A47057A72FFFFFFFF' };

  expect(findingsOf(aWechatConfig({ merchants: [other] }))).toContain('merchants.0.certificatePem');
  expect(findingsOf(aWechatConfig({ merchants: [renamed] }))).toContain('merchants.0.certificatePem');
});

it('wants the public key in the mode that uses it', () => {
  const verify = { mode: 'publicKey' as const, publicKeyId: null, publicKeyPem: null };

  expect(findingsOf(aWechatConfig({ merchants: [{ ...aMerchant(), verify }] }))).toContain(
    'merchants.0.verify',
  );
});

it('wants each seller once', () => {
  expect(findingsOf(aWechatConfig({ merchants: [aMerchant(), aMerchant()] }))).toContain(
    'each sellerId once',
  );
});

it('gives a seller its own merchant before the one for everybody', () => {
  const config = aWechatConfig({
    merchants: [aMerchant(), aMerchant({ sellerId: 'seller-1', mchid: '1900000002' })],
  });

  expect(merchantOf(config, 'seller-1')?.mchid).toBe('1900000002');
  expect(merchantOf(config, 'seller-2')?.mchid).toBe('1900000001');
  expect(merchantOf({ ...config, merchants: config.merchants.slice(1) }, 'seller-2')).toBeNull();
});

it('takes templates of messages, and a file that has none', () => {
  const { templates: _templates, ...miniapp } = aWechatConfig().miniapp;
  const template = { templateId: 'T', fields: { number: 'character_string1' } };
  const withField = (key: string) => ({
    ...aWechatConfig(),
    miniapp: { ...miniapp, templates: { orderShipped: { ...template, fields: { number: key } } } },
  });

  expect(readWechatConfig(fileOf({ ...aWechatConfig(), miniapp })).miniapp.templates).toEqual({});
  expect(readWechatConfig(fileOf(withField('character_string1'))).miniapp.templates).toEqual({
    orderShipped: template,
  });
  expect(findingsOf(withField('number'))).toContain('miniapp.templates.orderShipped.fields.number');
});
