/** Tells which value another window of this browser has kept anew; there the keys are those of `storage`. */
export function watchKept(tell: (key: string) => void) {
  window.addEventListener('storage', ({ key }) => {
    if (key !== null) tell(key);
  });
}
