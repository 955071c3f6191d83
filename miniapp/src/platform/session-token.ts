import { forget, keep, readKept } from './storage';

const tokenKey = 'session:token';
const listeners = new Set<() => void>();

/** The bearer token of this device; `undefined` when nobody is logged in. */
export const readToken = () => readKept<string>(tokenKey);

export const keepToken = (token: string) => keep(tokenKey, token);

/** Ends the session on this device and tells whoever listens. */
export function dropToken() {
  forget(tokenKey);
  listeners.forEach((listener) => listener());
}

/** Calls back when the session of this device ends. Returns how to stop listening. */
export function onTokenDropped(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
