import { Link } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { AutoSignPanel } from '../../features/orders/auto-sign-panel';
import { StoreReviewPanel } from '../../features/partners/store-review-panel';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { HistoryButton } from '../policies/history-drawer';

/** Where the other rules stand, what they decide, and who sees them. */
const others = [
  { to: '/audit-policy', title: '审核策略', means: '哪些订单自动通过，哪些转谁审核', seenBy: 'hqManager' },
  { to: '/ordering-rules', title: '订货规则', means: '起订量、倍数、限购和起送要求', seenBy: 'manager' },
  {
    to: '/stock-policies',
    title: '库存策略',
    means: '效期要求、安全库存、配额、折价和缺货处理',
    seenBy: 'everybody',
  },
  {
    to: '/territory/rules',
    title: '区域规则',
    means: '区域试算、容量、边界和连锁配送中心',
    seenBy: 'everybody',
  },
  { to: '/delivery', title: '运费', means: '给谁、多少收运费，满多少免', seenBy: 'manager' },
] as const;

/** 业务规则: what a house sets for itself and nothing else is the place for, and where its other rules are. */
export default function RulesPage() {
  const me = useMe();
  const mayChange = hasRole(me, 'manager');
  const isHeadquarters = me.party.kind === 'hq';
  const sees = { everybody: true, manager: mayChange, hqManager: mayChange && isHeadquarters };
  return (
    <Page title="业务规则" hint="这里的规则一直有效，直到有人再改；改前改后都有记录">
      <Panel title="自动签收" extra={<HistoryButton routes={['orders.setAutoSign']} />}>
        <AutoSignPanel mayChange={mayChange} />
      </Panel>
      <Panel title="新门店入驻" extra={isHeadquarters && <HistoryButton routes={['partners.setPolicy']} />}>
        <StoreReviewPanel mayChange={mayChange && isHeadquarters} />
      </Panel>
      <Panel title="其他规则">
        <dl className="tp-facts">
          {others
            .filter(({ seenBy }) => sees[seenBy])
            .map(({ to, title, means }) => [
              <dt key={to}>
                <Link className="tp-link" to={to}>
                  {title}
                </Link>
              </dt>,
              <dd key={`${to} means`}>{means}</dd>,
            ])}
        </dl>
      </Panel>
    </Page>
  );
}
