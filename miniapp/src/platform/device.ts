import { newId } from './new-id';
import { keep, readKept } from './storage';

const deviceKey = 'device:id';

/** The id of this device: made once and kept. */
export function deviceId() {
  const kept = readKept<string>(deviceKey);
  if (kept) return kept;
  const made = newId();
  keep(deviceKey, made);
  return made;
}
