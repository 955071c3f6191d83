import { Result } from 'antd';
import type { ReactNode } from 'react';
import { roleNames, useMe } from '../features/auth/me';
import { mayOpen, type screens } from './screens';

type Access = (typeof screens)[number]['access'];

/** Whom a screen is for, in words. */
const whomFor = (access: Access) => {
  if (access === 'signedIn') return '登录';
  return access === 'hqOwner' ? '总部“负责人”角色' : `“${roleNames[access]}”角色`;
};

interface ForRoleProps {
  access: Access;
  children: ReactNode;
}

/** A screen for those who may open it; the others are told whom to ask. */
export function ForRole({ access, children }: ForRoleProps) {
  if (mayOpen(useMe(), access)) return children;
  return (
    <div data-testid="not-for-me">
      <Result
        status="403"
        title="没有权限打开这个页面"
        subTitle={`需要${whomFor(access)}，请联系负责人开通。`}
      />
    </div>
  );
}
