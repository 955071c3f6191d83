import { Result } from 'antd';
import type { ReactNode } from 'react';
import { useMe } from '../features/auth/me';
import { mayOpen, type screens, whomFor } from './screens';

interface ForRoleProps {
  access: (typeof screens)[number]['access'];
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
