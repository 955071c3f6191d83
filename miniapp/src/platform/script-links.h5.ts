/**
 * Taro's tab bar is made of links to `javascript:;`, which the page's policy rightly refuses. Its own
 * click handlers do the work, so the links need not lead anywhere.
 */
export function quietScriptLinks(): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="javascript:"]') : null;
      if (link) event.preventDefault();
    },
    true,
  );
}
