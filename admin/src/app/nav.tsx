import {
  AccountBookOutlined,
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  ClusterOutlined,
  CompassOutlined,
  ControlOutlined,
  DashboardOutlined,
  DeploymentUnitOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileExcelOutlined,
  FileTextOutlined,
  GlobalOutlined,
  GiftOutlined,
  HistoryOutlined,
  HourglassOutlined,
  ImportOutlined,
  InboxOutlined,
  KeyOutlined,
  LoginOutlined,
  NotificationOutlined,
  OrderedListOutlined,
  PayCircleOutlined,
  PictureOutlined,
  ProfileOutlined,
  RedEnvelopeOutlined,
  RetweetOutlined,
  RiseOutlined,
  RollbackOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SendOutlined,
  SettingOutlined,
  ShopOutlined,
  SolutionOutlined,
  StopOutlined,
  SwapOutlined,
  TagsOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  TransactionOutlined,
  TruckOutlined,
  WalletOutlined,
  WechatOutlined,
} from '@ant-design/icons';
import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useMe } from '../features/auth/me';
import { useOrderCounts } from '../features/orders/queries';
import { accessOf, mayOpen } from './screens';
import { ownSide } from './sides';

const BADGE_LIMIT = 999;

function HeldCount() {
  const held = useOrderCounts(ownSide(useMe())).data?.get('held')?.orderCount ?? 0;
  if (held === 0) return null;
  return (
    <span className="nav-count" data-testid="held-count">
      {held > BADGE_LIMIT ? `${BADGE_LIMIT}+` : held}
    </span>
  );
}

const item = (to: string, label: string, icon: ReactNode, extra?: ReactNode) => ({
  key: to,
  icon,
  label: (
    <Link to={to} className="nav-link" data-testid={`nav${to.replaceAll('/', '-')}`}>
      <span>{label}</span>
      {extra}
    </Link>
  ),
});

const items = [
  {
    type: 'group' as const,
    label: '总览',
    children: [
      item('/desk', '工作台', <DashboardOutlined />),
      item('/reports', '经营报表', <BarChartOutlined />),
      item('/report-plans', '定时导出', <ScheduleOutlined />),
    ],
  },
  {
    type: 'group' as const,
    label: '订单',
    children: [
      item('/queue', '待审订单', <AuditOutlined />, <HeldCount />),
      item('/orders', '全部订单', <FileTextOutlined />),
      item('/back-orders', '欠货', <HourglassOutlined />),
      item('/after-sales', '售后', <RollbackOutlined />),
      item('/audit-policy', '审核策略', <SafetyCertificateOutlined />),
    ],
  },
  {
    type: 'group' as const,
    label: '商品',
    children: [
      item('/goods', '商品', <PictureOutlined />),
      item('/shelves', '分类与品牌', <AppstoreOutlined />),
      item('/prices', '价格', <TagsOutlined />),
      item('/customer-groups', '客户组', <TeamOutlined />),
      item('/ordering-rules', '订货规则', <OrderedListOutlined />),
      item('/price-ladders', '价盘', <RiseOutlined />),
    ],
  },
  {
    type: 'group' as const,
    label: '库存',
    children: [
      item('/pool', '一盘货', <ClusterOutlined />),
      item('/lots', '库存批次', <InboxOutlined />),
      item('/expiry', '效期', <HourglassOutlined />),
      item('/movements', '库存流水', <SwapOutlined />),
      item('/inbounds', '到货', <ImportOutlined />),
      item('/transfers', '调拨', <RetweetOutlined />),
      item('/counts', '盘点', <FileDoneOutlined />),
      item('/stock-policies', '库存策略', <ControlOutlined />),
      item('/recalls', '召回', <StopOutlined />),
    ],
  },
  {
    type: 'group' as const,
    label: '促销',
    children: [
      item('/promotions', '促销活动', <GiftOutlined />),
      item('/promotions/calendar', '促销日历', <CalendarOutlined />),
      item('/promotions/costs', '费用对账', <TransactionOutlined />),
      item('/flash', '秒杀', <ThunderboltOutlined />),
    ],
  },
  {
    type: 'group' as const,
    label: '财务',
    children: [
      item('/bills', '应收账单', <AccountBookOutlined />),
      item('/payments', '收款', <PayCircleOutlined />),
      item('/credit', '客户信用', <WalletOutlined />),
      item('/ageing', '账龄与催收', <FieldTimeOutlined />),
      item('/statements', '对账单', <ProfileOutlined />),
      item('/deposits', '预存与保证金', <BankOutlined />),
      item('/rebates', '返利', <RedEnvelopeOutlined />),
      item('/wechat-delivery', '微信发货与通知', <SendOutlined />),
    ],
  },
  {
    type: 'group' as const,
    label: '客户与设置',
    children: [
      item('/parties', '客户', <ShopOutlined />),
      item('/territory', '区域授权', <GlobalOutlined />),
      item('/territory/rules', '区域规则', <CompassOutlined />),
      item('/territory/blocked', '拦截记录', <StopOutlined />),
      item('/announcements', '公告', <NotificationOutlined />),
      item('/onboarding', '入驻申请', <SolutionOutlined />),
      item('/wechat', '微信绑定', <WechatOutlined />),
      item('/customer-transfers', '客户转移', <SwapOutlined />),
      item('/staff', '员工与角色', <TeamOutlined />),
      item('/rules', '业务规则', <ProfileOutlined />),
      item('/delivery', '运费', <TruckOutlined />),
      item('/exchange', '导入导出', <FileExcelOutlined />),
    ],
  },
  {
    type: 'group' as const,
    label: '系统',
    children: [
      item('/audit-log', '操作日志', <HistoryOutlined />),
      item('/log-ins', '登录记录', <LoginOutlined />),
      item('/api-keys', 'API 密钥', <KeyOutlined />),
      item('/webhooks', '事件推送', <ApiOutlined />),
      item('/work', '任务与事件', <DeploymentUnitOutlined />),
      item('/settings', '系统设置', <SettingOutlined />),
    ],
  },
];

/** The entry an address belongs to: the longest that begins it. */
const entryOf = (pathname: string) =>
  items
    .flatMap(({ children }) => children.map(({ key }) => key))
    .filter((key) => pathname === key || pathname.startsWith(`${key}/`))
    .sort((one, other) => other.length - one.length)[0] ?? '';

/** The left-hand navigation, with the number of orders that wait; what somebody may not open is not there. */
export function Nav() {
  const { pathname } = useLocation();
  const me = useMe();
  const open = items
    .map((group) => ({ ...group, children: group.children.filter(({ key }) => mayOpen(me, accessOf(key))) }))
    .filter(({ children }) => children.length > 0);
  return <Menu theme="dark" mode="inline" items={open} selectedKeys={[entryOf(pathname)]} />;
}
