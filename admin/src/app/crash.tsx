import { Button, Result } from 'antd';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';

/** Shown when a screen fails to load or breaks: most often a new version has replaced its files. */
export function Crash() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Result
      status={missing ? '404' : 'warning'}
      title={missing ? '没有这个页面' : '页面没能打开'}
      subTitle={
        missing ? '地址可能写错了，或页面已经移走。' : '可能刚发布了新版本。刷新一次通常就好；数据没有丢失。'
      }
      extra={
        missing ? (
          <Link to="/desk">回到工作台</Link>
        ) : (
          <Button type="primary" onClick={() => window.location.reload()}>
            刷新页面
          </Button>
        )
      }
    />
  );
}
