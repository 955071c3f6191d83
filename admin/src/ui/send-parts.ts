import { isTransient } from '../api';

const TRIES = 4;
const FIRST_WAIT_MILLISECONDS = 500;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Says the same again while the network or the server is only busy. */
export async function insist<Value>(say: () => Promise<Value>): Promise<Value> {
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

/** How many parts of so many bytes a file goes in; an empty file is one part. */
export const partCountOf = (file: Blob, partBytes: number) => Math.max(1, Math.ceil(file.size / partBytes));

/** Sends a file part by part in base64. A part whose answer got lost is sent twice. */
export async function sendParts(
  file: Blob,
  partBytes: number,
  send: (part: { partNo: number; partCount: number; content: string }) => Promise<unknown>,
): Promise<void> {
  const partCount = partCountOf(file, partBytes);
  for (let partNo = 1; partNo <= partCount; partNo += 1) {
    const content = await base64Of(file.slice((partNo - 1) * partBytes, partNo * partBytes));
    await insist(() => send({ partNo, partCount, content }));
  }
}
