import Taro from '@tarojs/taro';

/** How far beyond the screen things are drawn: about two screens of a phone. */
const aheadPx = 1_600;

/** Tells whenever an element comes near the screen or leaves it, and how high it is then. Returns how to stop. */
export function watchNear(id: string, tell: (isNear: boolean, heightPx: number) => void) {
  const page = Taro.getCurrentInstance().page;
  if (!page) return () => undefined;
  const observer = Taro.createIntersectionObserver(page);
  observer
    .relativeToViewport({ top: aheadPx, bottom: aheadPx })
    .observe(`#${id}`, ({ intersectionRatio = 0, intersectionRect, boundingClientRect }) =>
      tell(intersectionRatio > 0 || (intersectionRect?.height ?? 0) > 0, boundingClientRect?.height ?? 0),
    );
  return () => observer.disconnect();
}
