/** How far beyond the screen things are drawn: about two screens of a phone. */
const aheadPx = 1_600;

/** Tells whenever an element comes near the screen or leaves it, and how high it is then. Returns how to stop. */
export function watchNear(id: string, tell: (isNear: boolean, heightPx: number) => void) {
  const element = document.getElementById(id);
  if (!element || !('IntersectionObserver' in window)) return () => undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, boundingClientRect } of entries)
        tell(isIntersecting, boundingClientRect.height);
    },
    { rootMargin: `${aheadPx}px 0px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
