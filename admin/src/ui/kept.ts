import { createContext, useContext, useSyncExternalStore } from 'react';

/** Whose choices these are: the id of the one who is logged in. The frame of the screens sets it. */
export const KeeperContext = createContext('');

const PREFIX = 'tongpan.console.kept';
const listeners = new Set<() => void>();
/** What a browser that keeps nothing was asked to keep: it holds until the page is left. */
const heldHere = new Map<string, string>();

/** What is kept under a key, or null; a browser that does not let itself be asked keeps nothing. */
export function keptText(key: string): string | null {
  const held = heldHere.get(key);
  if (held !== undefined) return held;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets it with null. False where it will not outlast the page. */
export function keepText(key: string, text: string | null): boolean {
  let lasts = true;
  heldHere.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text !== null) heldHere.set(key, text);
    lasts = false;
  }
  listeners.forEach((listener) => listener());
  return lasts;
}

function onKeptChange(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A choice of this person in this browser, by its name: its text as it stands, and its key to change it. */
export function useKept(name: string) {
  const key = `${PREFIX}.${useContext(KeeperContext)}.${name}`;
  const text = useSyncExternalStore(onKeptChange, () => keptText(key));
  return { key, text };
}
