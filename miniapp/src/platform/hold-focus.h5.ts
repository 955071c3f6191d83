const focusable = '[tabindex="0"], input, textarea, button, a[href]';

/**
 * Keeps the keyboard within a panel that lies over the page: the focus comes to it, Tab goes round in it, Escape leaves.
 * Returns how to let go; the focus is then where it was before.
 */
export function holdFocus(panelId: string, leave: () => void) {
  const panel = document.getElementById(panelId);
  const before = document.activeElement;
  panel?.focus({ preventScroll: true });
  const listener = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) return leave();
    if (event.key !== 'Tab' || !panel) return;
    const stops = Array.from(panel.querySelectorAll<HTMLElement>(focusable)).filter(
      (one) => one.offsetParent !== null,
    );
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const isOutside = !panel.contains(document.activeElement);
    const isAtEdge = document.activeElement === (event.shiftKey ? first : last);
    const isAtStart = event.shiftKey && document.activeElement === panel;
    if (!isOutside && !isAtEdge && !isAtStart) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };
  document.addEventListener('keydown', listener);
  return () => {
    document.removeEventListener('keydown', listener);
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}
