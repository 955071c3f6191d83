import { createHash } from 'node:crypto';

/** SHA-256 in hex of a value's canonical JSON: keys in order, what JSON leaves out left out. */
export function hashOf(input: unknown): string {
  return createHash('sha256').update(canonicalJson(input)).digest('hex');
}

function canonicalJson(input: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(input) ?? 'null');
  return JSON.stringify(plain, (_key, value: unknown) => (isRecord(value) ? inKeyOrder(value) : value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inKeyOrder(record: Record<string, unknown>) {
  // Without a prototype `__proto__` is a key like any other.
  const ordered = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(record).sort()) ordered[key] = record[key];
  return ordered;
}
