import { hash } from 'node:crypto';

/** SHA-256 in hex of a value's canonical JSON: keys in order, what JSON leaves out left out. */
export const hashOf = (input: unknown): string => hash('sha256', canonicalJson(input) ?? 'null', 'hex');

/** Undefined for what JSON leaves out. */
function canonicalJson(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return JSON.stringify(input);
  if ('toJSON' in input && typeof input.toJSON === 'function') return canonicalJson(input.toJSON());
  if (Array.isArray(input)) return `[${input.map((value) => canonicalJson(value) ?? 'null').join(',')}]`;
  let text = '';
  for (const key of Object.keys(input).sort()) {
    const value = canonicalJson((input as Record<string, unknown>)[key]);
    if (value !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${value}`;
  }
  return `{${text}}`;
}
