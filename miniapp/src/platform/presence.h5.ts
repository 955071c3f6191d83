/** Tells whether the screen is looked at. Browsers say so through the document. */
export function watchFocus(tell: (focused: boolean) => void) {
  const listener = () => tell(document.visibilityState !== 'hidden');
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Tells when the network comes and goes. */
export function watchNetwork(tell: (online: boolean) => void) {
  const listener = () => tell(navigator.onLine);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
