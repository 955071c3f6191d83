const presses: Readonly<Record<string, readonly string[]>> = {
  link: ['Enter'],
  button: ['Enter', ' '],
  checkbox: ['Enter', ' '],
};

/** The browser presses its own buttons and links by itself. */
const isNative = (element: Element) =>
  element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement;

/** Lets Enter and Space press what is drawn as a control; a key that is held down presses once. */
export function pressByKeys(): void {
  document.addEventListener('keydown', (event) => {
    const aim = event.target;
    if (!(aim instanceof HTMLElement) || isNative(aim)) return;
    if (!presses[aim.getAttribute('role') ?? '']?.includes(event.key)) return;
    event.preventDefault();
    if (!event.repeat) aim.click();
  });
}
