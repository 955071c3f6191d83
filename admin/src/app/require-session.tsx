import { useQuery } from '@tanstack/react-query';
import { Button, Result, Spin } from 'antd';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useLogOut } from '../features/auth/commands';
import { MeContext, meQuery } from '../features/auth/me';
import { KeeperContext } from '../ui/kept';
import { PasswordDialog } from '../features/auth/password-dialog';
import { useToken } from '../session';
import { ProblemView } from '../ui/problem-view';

/** Stores buy in the shop; the console has nothing for them. */
function UseTheShop({ name }: { name: string }) {
  const logOut = useLogOut();
  return (
    <div className="centre-stage" data-testid="use-the-shop">
      <Result
        status="info"
        title={`${name}，请到订货商城下单`}
        subTitle="这里是总部与经销商的工作台。门店与连锁客户请使用微信小程序，或打开网页版订货商城。"
        extra={[
          <Button key="shop" type="primary" href="/">
            打开订货商城
          </Button>,
          <Button key="out" onClick={() => logOut.mutate()} loading={logOut.isPending}>
            换个账号登录
          </Button>,
        ]}
      />
    </div>
  );
}

function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  if (me.isError) {
    return (
      <div className="centre-stage">
        <div className="centre-problem">
          <ProblemView error={me.error} onRetry={() => void me.refetch()} />
        </div>
      </div>
    );
  }
  if (me.isPending) {
    return (
      <div className="centre-stage">
        <Spin size="large" description="正在进入工作台…" />
      </div>
    );
  }
  if (me.data.party.kind !== 'hq' && me.data.party.kind !== 'distributor') {
    return <UseTheShop name={me.data.party.name} />;
  }
  // Nothing else is served before the first password, which somebody else knows, has been changed.
  if (me.data.mustChangePassword) {
    return (
      <div className="centre-stage" data-testid="first-password">
        <Result
          status="info"
          title="请先修改初始密码"
          subTitle="这个密码是别人为您设置的，改成自己的密码后即可进入工作台。"
        />
        <PasswordDialog open onClose={() => void me.refetch()} />
      </div>
    );
  }
  return (
    <MeContext.Provider value={me.data}>
      <KeeperContext.Provider value={me.data.userId}>{children}</KeeperContext.Provider>
    </MeContext.Provider>
  );
}

/** Lets in who is logged in; others log in first and come back to where they were going. */
export function RequireSession({ children }: { children: ReactNode }) {
  const token = useToken();
  const { pathname, search } = useLocation();
  if (!token) return <Navigate to={`/login?from=${encodeURIComponent(pathname + search)}`} replace />;
  return <SignedIn key={token}>{children}</SignedIn>;
}
