import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, () => void>>;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [contenteditable], [role=combobox], [role=dialog]') !== null;

/** A button or link in focus keeps Enter for itself. */
const ownsEnter = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, a, [role=menuitem]') !== null;

/** Single-key commands of a screen; silent while one types, in a dialog, or with a modifier held. */
export function useKeys(keys: Keys, enabled: boolean) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      // A key held down decides once, not row after row.
      if (event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return;
      if (event.key === 'Enter' && ownsEnter(event.target)) return;
      const command = latest.current[event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
