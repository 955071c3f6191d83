/** The value of JSON bytes; undefined, which no JSON means, when they are none. */
export function parseJson(bytes: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
