import { useSyncExternalStore } from 'react';

/** Light, dark, or as the machine is set. */
export type Appearance = 'light' | 'dark' | 'system';

const KEY = 'tongpan.console.appearance';
const listeners = new Set<() => void>();
const darkMachine = window.matchMedia('(prefers-color-scheme: dark)');

const kept = (): Appearance => {
  const text = localStorage.getItem(KEY);
  return text === 'light' || text === 'dark' ? text : 'system';
};
const isDarkNow = () => kept() === 'dark' || (kept() === 'system' && darkMachine.matches);

/** Paints what antd does not: the page's own colours hang on this attribute. */
const paint = () => {
  document.documentElement.dataset.theme = isDarkNow() ? 'dark' : 'light';
};
const tell = () => {
  paint();
  listeners.forEach((listener) => listener());
};

paint();
darkMachine.addEventListener('change', tell);
window.addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) tell();
});

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Keeps what this person likes, in this browser. */
export function chooseAppearance(appearance: Appearance) {
  if (appearance === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, appearance);
  tell();
}

export const useAppearance = () => useSyncExternalStore(subscribe, kept);
export const useIsDark = () => useSyncExternalStore(subscribe, isDarkNow);
