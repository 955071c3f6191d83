/** By day, by night, or as the device is set. */
export type Appearance = 'system' | 'light' | 'dark';

// The head of index.html reads it too, before anything is painted: so it is kept bare, as no other value is.
const key = 'tongpan.appearance';

/** What was chosen in this browser. */
export function readAppearance(): Appearance {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Shows the shop so from now on, here and the next time. Where storage is refused, until the page is left. */
export function chooseAppearance(appearance: Appearance) {
  const { dataset } = document.documentElement;
  if (appearance === 'system') delete dataset.theme;
  else dataset.theme = appearance;
  try {
    if (appearance === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, appearance);
  } catch {
    return;
  }
}
