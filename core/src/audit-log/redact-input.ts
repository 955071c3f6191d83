/** What stands for everything that is cut. */
export const cut = '…';

/** Keys whose last word is one of these hold a secret, somebody's number or a file, whatever lies below them. */
const secretWords = new Set([
  'password',
  'secret',
  'token',
  'ticket',
  'openid',
  'unionid',
  'phone',
  'signature',
  'content',
  // What a page goes to WeChat with and comes back with.
  'state',
]);
/** A code that was sent to somebody; a code of a region or a party is none. */
const secretCode = /^(?:code|.*(?:phone|sms|captcha)code)$/i;
/** A mobile number somebody wrote into a note. */
const phoneNumber = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g;

const limits = { text: 200, items: 30, depth: 8, characters: 4_000 };

/** Whether a value under this key never enters the log. */
export function isSecretKey(key: string): boolean {
  if (secretCode.test(key)) return true;
  const words = key.split(/(?=[A-Z])|[_-]/);
  return secretWords.has((words.at(-1) ?? '').toLowerCase());
}

/**
 * An input as the log keeps it: secrets, phone numbers and files are cut, long texts and lists shortened, the whole
 * bounded to some 4,000 characters. What was cut is `…`. Total: whatever comes in, plain JSON comes out.
 */
export function redactInput(input: unknown): unknown {
  let left = limits.characters;

  const spend = (characters: number): boolean => {
    left -= characters;
    return left >= 0;
  };
  const redactText = (text: string) => {
    const masked = text.slice(0, 2 * limits.text).replace(phoneNumber, cut);
    return text.length > limits.text || masked.length > limits.text
      ? `${masked.slice(0, limits.text)}${cut}`
      : masked;
  };
  const redactItems = (items: readonly unknown[], depth: number) => {
    const kept: unknown[] = [];
    for (const item of items.slice(0, limits.items)) {
      if (left <= 0) break;
      kept.push(redact(item, depth + 1));
    }
    return kept.length < items.length ? [...kept, `${cut}${items.length - kept.length}`] : kept;
  };
  const redactFields = (fields: object, depth: number) => {
    const kept: [string, unknown][] = [];
    for (const [key, value] of Object.entries(fields)) {
      if (value === undefined) continue;
      if (!spend(key.length + 4)) return Object.fromEntries([...kept, [cut, cut]]);
      kept.push([key, isSecretKey(key) && value !== null ? cut : redact(value, depth + 1)]);
    }
    return Object.fromEntries(kept);
  };
  const redact = (value: unknown, depth: number): unknown => {
    if (value === null || typeof value === 'boolean') return spend(5) ? value : cut;
    // JSON knows no negative zero, and adding one makes it plain.
    if (typeof value === 'number')
      return spend(String(value).length) && Number.isFinite(value) ? value + 0 : cut;
    if (typeof value === 'string') {
      const text = redactText(value);
      return spend(text.length + 3) ? text : cut;
    }
    if (typeof value !== 'object' || depth >= limits.depth) return cut;
    return Array.isArray(value) ? redactItems(value, depth) : redactFields(value, depth);
  };
  return redact(input, 0);
}
