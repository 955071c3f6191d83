/** How far beyond the screen things are drawn: about two screens of a phone. */
const aheadPx = 1_600;

/** Tells whenever an element comes near the screen or leaves it, and how high it is then. Returns how to stop. */
export function watchNear(id: string, tell: (isNear: boolean, heightPx: number) => void) {
  const element = document.getElementById(id);
  if (!element || !('IntersectionObserver' in window)) {
    // Where nobody can tell, everything is near.
    tell(true, 0);
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, boundingClientRect } of entries)
        tell(isIntersecting, boundingClientRect.height);
    },
    { root: scrollerOf(element), rootMargin: `${aheadPx}px 0px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** What an element scrolls in: a margin counts for that alone. Null is the document. */
function scrollerOf(element: Element): Element | null {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return null;
}
