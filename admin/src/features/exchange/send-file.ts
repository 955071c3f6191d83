import { api } from '../../api';
import { insist, partCountOf, sendParts } from '../../ui/send-parts';
import type { ExchangeKind } from './queries';

/** A part in bytes, divisible by three so that the parts' base64 needs no padding in between. */
const PART_BYTES = 510_000;
export const FILE_BYTES_LIMIT = 40 * 1024 * 1024;

/** Sends a file in parts and tells how far it is, 0 to 1. */
export async function sendFile(
  importId: string,
  kind: ExchangeKind,
  file: File,
  onProgress: (share: number) => void,
) {
  const partCount = partCountOf(file, PART_BYTES);
  await insist(() => api.exchange.begin({ importId, kind, fileName: file.name.slice(-120), partCount }));
  await sendParts(file, PART_BYTES, async ({ partNo, content }) => {
    await api.exchange.addPart({ importId, partNo, content });
    onProgress(partNo / partCount);
  });
}
