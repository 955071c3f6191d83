/** One field of an input as it is, and as it was the time before. */
export interface ComparedField {
  readonly path: string;
  /** Null: it was not there. */
  readonly before: string | null;
  readonly now: string | null;
  readonly isChanged: boolean;
}

/** Made anew for each call, so that it says nothing of the thing. */
const ofTheCall = new Set(['commandId']);

function flatten(value: unknown, path: string, fields: Map<string, string>): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) fields.set(path, Array.isArray(value) ? '（无）' : '—');
    for (const [key, inner] of entries) {
      const step = Array.isArray(value) ? `[${Number(key) + 1}]` : path === '' ? key : `.${key}`;
      flatten(inner, path + step, fields);
    }
    return fields;
  }
  fields.set(path, wordsOf(value));
  return fields;
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

const fieldsOf = (input: object | null) => {
  const told = Object.entries(input ?? {}).filter(([key]) => !ofTheCall.has(key));
  return told.length === 0 ? new Map<string, string>() : flatten(Object.fromEntries(told), '', new Map());
};

/** Every field of an input beside what it was; without anything before it, nothing has changed. */
export function compareInputs(now: object | null, before: object | null): ComparedField[] {
  const [nowFields, beforeFields] = [fieldsOf(now), fieldsOf(before)];
  return [...new Set([...nowFields.keys(), ...beforeFields.keys()])].map((path) => {
    const field = { path, before: beforeFields.get(path) ?? null, now: nowFields.get(path) ?? null };
    return { ...field, isChanged: before !== null && field.before !== field.now };
  });
}
