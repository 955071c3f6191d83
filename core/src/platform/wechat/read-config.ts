import { readFileSync } from 'node:fs';
import { SettingsInvalid } from '../settings';
import { type WechatConfig, wechatConfigSchema } from './config';

/**
 * Reads the file that `WECHAT_CONFIG` names. Findings name the field and what is expected there, never what stands in
 * it: nearly all of it is secret.
 * @throws SettingsInvalid
 */
export function readWechatConfig(path: string): WechatConfig {
  const parsed = wechatConfigSchema.safeParse(readJson(path));
  if (parsed.success) return parsed.data;
  throw new SettingsInvalid(
    parsed.error.issues.map(({ path: field, message }) => `WECHAT_CONFIG ${field.join('.')}: ${message}`),
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    // The parser's own message quotes the text around the mistake.
    throw new SettingsInvalid(['WECHAT_CONFIG: expected a readable file of JSON']);
  }
}
