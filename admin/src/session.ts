import { useSyncExternalStore } from 'react';

/**
 * The bearer token, kept in localStorage rather than sessionStorage: reviewers open orders in new tabs,
 * and each tab must share one log-in and one log-out. The content policy allows no foreign script to read it.
 */
const TOKEN_KEY = 'tongpan.console.token';
const DEVICE_KEY = 'tongpan.device';

const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** The token of the present log-in, or null. */
export const currentToken = () => localStorage.getItem(TOKEN_KEY);

/** Starts a session with a token that the server has just given. */
export function openSession(token: string) {
  localStorage.setItem(TOKEN_KEY, token);
  tell();
}

/** Forgets the token; every tab returns to the log-in page. */
export function closeSession() {
  localStorage.removeItem(TOKEN_KEY);
  tell();
}

/** Calls back whenever the token changes, in this tab or another; returns how to stop. */
export function onSessionChange(listener: () => void) {
  const onStorage = (event: StorageEvent) => {
    if (event.key === TOKEN_KEY || event.key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

/** The token as React state. */
export const useToken = () => useSyncExternalStore(onSessionChange, currentToken);

/** The id of this browser, made once; `make` is only called the first time. */
export function deviceId(make: () => string) {
  const kept = localStorage.getItem(DEVICE_KEY);
  if (kept) return kept;
  const made = make();
  localStorage.setItem(DEVICE_KEY, made);
  return made;
}
