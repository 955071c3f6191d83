import { BulbOutlined, DownOutlined, KeyOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Avatar, Dropdown } from 'antd';
import { useState } from 'react';
import { useLogOut } from '../features/auth/commands';
import { roleNames, useMe } from '../features/auth/me';
import { PasswordDialog } from '../features/auth/password-dialog';
import { chooseAppearance, useAppearance, type Appearance } from './appearance';

const appearances: readonly { key: Appearance; label: string }[] = [
  { key: 'system', label: '跟随系统' },
  { key: 'light', label: '浅色' },
  { key: 'dark', label: '深色' },
];

/** Who I am, changing my password, and leaving. */
export function UserMenu() {
  const me = useMe();
  const logOut = useLogOut();
  const appearance = useAppearance();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              label: `${me.loginName} · ${me.roles.map((role) => roleNames[role]).join('、')}`,
              disabled: true,
            },
            { type: 'divider' },
            { key: 'password', icon: <KeyOutlined />, label: '修改密码', onClick: () => setChanging(true) },
            {
              key: 'appearance',
              icon: <BulbOutlined />,
              label: '外观',
              children: appearances.map(({ key, label }) => ({
                key,
                label: key === appearance ? `${label} ✓` : label,
                onClick: () => chooseAppearance(key),
              })),
            },
            {
              key: 'out',
              icon: <LogoutOutlined />,
              label: '退出登录',
              onClick: () => logOut.mutate(),
            },
          ],
        }}
      >
        <button type="button" className="user-button" data-testid="user-menu">
          <Avatar size={26} icon={<UserOutlined />} className="user-avatar" />
          <span>{me.name}</span>
          <DownOutlined className="tp-muted tp-small" />
        </button>
      </Dropdown>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
