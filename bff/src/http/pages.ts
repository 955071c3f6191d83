import type { RequestContext } from './context';

const style = `
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f7f7; color: #17292b;
    font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "WenQuanYi Zen Hei", sans-serif; }
  main { max-width: 30rem; margin: 1.5rem; padding: 2.5rem; border-radius: 16px; background: #fff;
    box-shadow: 0 8px 30px rgb(15 92 99 / 10%); }
  h1 { margin: 0 0 .5rem; font-size: 1.4rem; }
  p { margin: .5rem 0; color: #4c6164; }
  code { padding: .15em .45em; border-radius: 6px; background: #eef3f3; color: #0f5c63; }
  a { color: #0f5c63; }
  @media (prefers-color-scheme: dark) {
    body { background: #0e1718; color: #e6efef; } main { background: #162325; box-shadow: none; }
    p { color: #a7babc; } code { background: #223436; color: #7fd1d8; } a { color: #7fd1d8; }
  }`;

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · 通盘</title>
<style>${style}
</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body>
</html>
`;
}

function answer(ctx: RequestContext, html: string): void {
  ctx.status = 404;
  ctx.set('Cache-Control', 'no-store');
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = html;
}

/** Says that a front was never built, and how to build it. */
export function answerNotBuilt(ctx: RequestContext, front: string): void {
  const body = '<p>页面文件不在，请先运行 <code>npm run build</code>，再刷新本页。</p>';
  answer(ctx, page(`${front}尚未构建`, `${body}<p>接口已经可用：<a href="/api/docs/">接口文档</a></p>`));
}

/** Says that there is no such page. */
export function answerNoPage(ctx: RequestContext, home: string): void {
  answer(
    ctx,
    page(
      '页面不存在',
      `<p>您访问的地址有误，或页面已经移走。</p><p><a href="${escapeHtml(home)}">返回首页</a></p>`,
    ),
  );
}
