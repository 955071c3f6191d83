/** A sheet's cells lie between tabs and line breaks; what has none of them is a word for the field it is pasted into. */
const isSheet = (text: string) => /[\t\n\r]/.test(text.trim());

/** The id of the field that something is pasted into, or of what stands around it. */
const fieldOf = (target: EventTarget | null) =>
  (target instanceof Element && target.closest('[id]')?.id) || '';

/**
 * Tells of cells that are pasted anywhere but into a box for long texts, and into which field. Returns how to stop.
 */
export function watchPaste(tell: (text: string, fieldId: string) => void) {
  const listener = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isForBox = event.target instanceof HTMLTextAreaElement;
    if (isForBox || !isSheet(text)) return;
    event.preventDefault();
    tell(text, fieldOf(event.target));
  };
  // On the way down: Taro's fields keep what is pasted into them to themselves.
  document.addEventListener('paste', listener, true);
  return () => document.removeEventListener('paste', listener, true);
}
