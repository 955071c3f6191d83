import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../features/auth/me';
import { useDesk } from '../../features/insight/queries';
import { SalesToday } from '../../features/insight/sales-today';
import { WaitingCards } from '../../features/insight/waiting-cards';
import { LiveOrders } from '../../features/orders/live-orders';
import '../../features/insight/insight.css';
import '../../features/orders/orders.css';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { useIsDark } from '../appearance';
import { ownSide } from '../sides';

const sideNames = { own: '总部供货', channel: '经销商销售' } as const;

/** The first thing in the morning: what waits for me, how today goes, what comes in. */
export default function DeskPage() {
  const me = useMe();
  const desk = useDesk();
  const isDark = useIsDark();
  const [chosen, setSide] = useState<'own' | 'channel'>(me.party.kind === 'hq' ? 'channel' : 'own');
  const sales = desk.data?.sales.find(({ side }) => side === chosen) ?? desk.data?.sales[0];
  return (
    <Page title="工作台" hint={desk.data ? `${desk.data.day} · 每 30 秒更新` : undefined}>
      {desk.error !== null && (
        <div className="page-problem">
          <ProblemView error={desk.error} onRetry={() => void desk.refetch()} />
        </div>
      )}
      <Panel title="等我处理">
        {desk.data ? (
          <WaitingCards waiting={desk.data.waiting} />
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 3, width: '100%' }} />
        )}
      </Panel>
      <div className="desk-columns">
        <Panel
          title="今天"
          extra={
            (desk.data?.sales.length ?? 0) > 1 && (
              <Segmented
                size="small"
                value={chosen}
                onChange={setSide}
                options={(['channel', 'own'] as const).map((value) => ({ value, label: sideNames[value] }))}
              />
            )
          }
        >
          {sales ? (
            <SalesToday sales={sales} isDark={isDark} />
          ) : (
            <Skeleton active title={false} paragraph={{ rows: 7, width: '100%' }} />
          )}
        </Panel>
        <Panel
          title="最新订单"
          flush
          extra={
            <Link className="tp-link" to="/orders">
              全部
            </Link>
          }
        >
          <LiveOrders side={ownSide(me)} />
        </Panel>
      </div>
    </Page>
  );
}
