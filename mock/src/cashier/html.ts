const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in a page or in a quoted attribute. */
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (character) => replacements[character] ?? '');

const style = `
:root { color-scheme: light; font-family: -apple-system, "PingFang SC", "Noto Sans SC", sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: #f2f3f5; color: #1f2329; }
main { max-width: 26rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
header { text-align: center; color: #646a73; font-size: .875rem; padding: .5rem 0 1rem; }
.card { background: #fff; border-radius: .75rem; padding: 1.5rem 1.25rem; box-shadow: 0 1px 3px #0000000f; }
.merchant { text-align: center; color: #4e5358; overflow-wrap: anywhere; }
.amount { text-align: center; font-size: 2.5rem; font-weight: 600; margin: .5rem 0 1.25rem; }
.amount small { font-size: 1.25rem; margin-right: .25rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .5rem 1rem; margin: 0 0 1.5rem; font-size: .875rem; }
dt { color: #646a73; } dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
button, .button { display: block; width: 100%; min-height: 3rem; border: 0; border-radius: .5rem; font: inherit;
  font-size: 1.0625rem; text-align: center; line-height: 3rem; text-decoration: none; cursor: pointer; }
.pay { background: #06803d; color: #fff; margin-bottom: .75rem; }
.cancel { background: #f2f3f5; color: #1f2329; }
button:focus-visible, .button:focus-visible, input:focus-visible { outline: 3px solid #3370ff; outline-offset: 2px; }
h1 { font-size: 1.375rem; text-align: center; margin: .25rem 0 1rem; }
.mark { text-align: center; font-size: 3rem; line-height: 1; margin: .5rem 0; }
.good { color: #06803d; } .bad { color: #c4281d; }
p { line-height: 1.6; } label { display: block; font-size: .875rem; color: #4e5358; margin-bottom: .75rem; }
input { display: block; width: 100%; min-height: 2.75rem; padding: 0 .75rem; margin-top: .25rem; font: inherit;
  border: 1px solid #8f959e; border-radius: .5rem; }
footer { text-align: center; color: #646a73; font-size: .75rem; padding-top: 1.25rem; }
`;

/** A whole page; `returnTo` is gone to by itself after three seconds. */
export function page(title: string, body: string, returnTo?: string): string {
  const refresh = returnTo ? `<meta http-equiv="refresh" content="3;url=${escapeHtml(returnTo)}">` : '';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="origin">
<link rel="icon" href="data:,">
${refresh}
<title>${escapeHtml(title)} · 微信支付替身</title>
<style>${style}</style>
</head>
<body><main>
<header>微信支付 · 替身收银台</header>
<section class="card">${body}</section>
<footer>这是测试用的替身，不会产生真实扣款。</footer>
</main></body>
</html>
`;
}
