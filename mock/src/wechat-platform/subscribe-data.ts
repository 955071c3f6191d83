import { PlatformRefused } from './refusal';

const lengthOf = (text: string) => [...text].length;
const within = (maximum: number) => (value: string) => lengthOf(value) <= maximum;

/** What each kind of field takes; the kind is the letters of its key, as in `thing1`. */
const rules: Readonly<Record<string, (value: string) => boolean>> = {
  thing: within(20),
  number: (value) => /^\d{1,32}(?:\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: within(5),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => /\d/.test(value) && lengthOf(value) <= 32,
  date: (value) => /\d/.test(value) && lengthOf(value) <= 32,
  amount: (value) => /^\D?\d{1,10}(?:\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: within(8),
  name: (value) => /^\p{Script=Han}{1,10}$|^[A-Za-z ]{1,20}$/u.test(value),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/**
 * Checks the values of a subscribe message.
 * @throws PlatformRefused 47003 that names the field
 */
export function checkSubscribeData(data: Readonly<Record<string, { readonly value: string }>>): void {
  if (Object.keys(data).length === 0) throw new PlatformRefused(47003, 'data is empty');
  for (const [key, { value }] of Object.entries(data)) {
    const rule = rules[key.replace(/\d+$/, '')];
    if (!rule || value === '' || !rule(value)) {
      throw new PlatformRefused(47003, `argument invalid! data.${key}.value is invalid`);
    }
  }
}
