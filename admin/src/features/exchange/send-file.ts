import { api, isTransient } from '../../api';
import type { ExchangeKind } from './queries';

/** A part in bytes, divisible by three so that the parts' base64 needs no padding in between. */
const PART_BYTES = 510_000;
export const FILE_BYTES_LIMIT = 40 * 1024 * 1024;
const TRIES = 4;
const FIRST_WAIT_MILLISECONDS = 500;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Says the same again while the network or the server is only busy; a part may come twice. */
async function insist<Value>(say: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await say();
    } catch (error) {
      if (attempt === TRIES || !isTransient(error)) throw error;
      await wait(FIRST_WAIT_MILLISECONDS * 2 ** attempt);
    }
  }
}

async function base64Of(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let binary = '';
  // Character by character: spreading half a megabyte would overflow the stack.
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Sends a file in parts and tells how far it is, 0 to 1. */
export async function sendFile(
  importId: string,
  kind: ExchangeKind,
  file: File,
  onProgress: (share: number) => void,
) {
  const partCount = Math.max(1, Math.ceil(file.size / PART_BYTES));
  await insist(() => api.exchange.begin({ importId, kind, fileName: file.name.slice(-120), partCount }));
  for (let partNo = 1; partNo <= partCount; partNo += 1) {
    const part = file.slice((partNo - 1) * PART_BYTES, partNo * PART_BYTES);
    const content = await base64Of(part);
    await insist(() => api.exchange.addPart({ importId, partNo, content }));
    onProgress(partNo / partCount);
  }
}
