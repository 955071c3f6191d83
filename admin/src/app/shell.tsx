import { Layout, Tag } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, Outlet, useLocation, useNavigation } from 'react-router';
import { useMe } from '../features/auth/me';
import { BrandMark } from './brand';
import { Nav } from './nav';
import { RequireSession } from './require-session';
import { UserMenu } from './user-menu';
import './shell.css';

function TopBar() {
  const me = useMe();
  return (
    <Layout.Header className="top-bar">
      <div className="top-party">
        <b data-testid="party-name">{me.party.name}</b>
        <Tag color={me.party.kind === 'hq' ? 'gold' : 'cyan'}>
          {me.party.kind === 'hq' ? '总部' : '经销商'}
        </Tag>
      </div>
      <UserMenu />
    </Layout.Header>
  );
}

/** The frame of every screen behind the log-in. */
export function Shell() {
  const loading = useNavigation().state === 'loading';
  const place = useLocation().key;
  const content = useRef<HTMLElement>(null);
  useEffect(() => {
    content.current?.scrollTo(0, 0);
  }, [place]);
  return (
    <RequireSession>
      <Layout className="shell" hasSider>
        <Layout.Sider width={196} className="shell-side">
          <Link to="/desk" className="shell-brand">
            <BrandMark size={30} />
            <span>
              通盘<small>渠道订货工作台</small>
            </span>
          </Link>
          <Nav />
        </Layout.Sider>
        <Layout>
          <TopBar />
          {loading && <div className="route-progress" />}
          <Layout.Content className="shell-content" ref={content}>
            <Outlet />
          </Layout.Content>
        </Layout>
      </Layout>
    </RequireSession>
  );
}
