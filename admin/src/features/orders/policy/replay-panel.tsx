import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { EmptyHint } from '../../../ui/empty-hint';
import { ExportButton } from '../../../ui/export-button';
import { countText, whenText } from '../../../ui/format';
import { ListTable } from '../../../ui/list-table';
import { Panel } from '../../../ui/panel';
import { ProblemView } from '../../../ui/problem-view';
import { ruleName } from '../rule-words';
import { changedColumns, changedCsv } from './changed-columns';
import { CountTable } from './count-table';
import { inputOf } from './draft';
import type { ChangedOrder, PolicyReplay, PolicyRule, RoleName } from './model';
import type { useReplayPolicy } from './queries';

const spans = [1, 3, 7, 14, 30].map((value) => ({ value, label: value === 7 ? '上周' : `近 ${value} 天` }));
const USUAL_DAYS = 7;
/** So many orders are drawn at once; the rest one click further. */
const SHOWN_AT_ONCE = 50;

interface ReplayPanelProps {
  /** As they stand in the draft. */
  rules: readonly PolicyRule[];
  replay: ReturnType<typeof useReplayPolicy>;
  /** True when the draft has changed since it was tried. */
  isOld: boolean;
  roleName: RoleName;
}

/** Tries the draft on past orders: how many would have gone another way, which, and why. */
export function ReplayPanel({ rules, replay, isOld, roleName }: ReplayPanelProps) {
  const [days, setDays] = useState(USUAL_DAYS);
  const label = days === USUAL_DAYS ? '用上周订单试算' : `用近 ${days} 天订单试算`;
  return (
    <Panel
      title="试算"
      extra={
        <div className="policy-ask">
          <Select<number>
            value={days}
            onChange={setDays}
            options={spans}
            aria-label="试算期间"
            style={{ width: 110 }}
            data-testid="replay-days"
          />
          <Button
            onClick={() => replay.mutate({ rules: inputOf(rules), days })}
            loading={replay.isPending}
            data-testid="replay"
          >
            {isOld ? `草稿已改，重新${label}` : label}
          </Button>
        </div>
      }
    >
      {replay.isError && <ProblemView error={replay.error} />}
      {replay.data ? (
        <div className={isOld ? 'policy-old' : ''}>
          <ReplayResult key={replay.submittedAt} replay={replay.data} roleName={roleName} />
        </div>
      ) : (
        <p className="tp-muted tp-last">
          假设当时就按这份草稿审单：多少订单自动通过、挂给谁、驳回，哪些订单会不同，为什么。只读订单，不改变任何东西。
        </p>
      )}
    </Panel>
  );
}

function ReplayResult({ replay, roleName }: { replay: PolicyReplay; roleName: RoleName }) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const { changed, changedOrders } = replay;
  if (replay.orders === 0) {
    return <EmptyHint title="这段时间没有订单" hint="换一个更长的期间再试算。" />;
  }
  return (
    <div className="policy-replay" data-testid="replay-result">
      <p role="status">
        {whenText(replay.from)} 至 {whenText(replay.until)} 共 <b>{countText(replay.orders)}</b>{' '}
        张订单，当时按{replay.versions.map(versionWords).join('、') || '——'}审单；
        <b data-testid="replay-changed">{countText(changedOrders)}</b> 张会不同。
      </p>
      <WhatIsNotKnown replay={replay} />
      <CountTable before={replay.before} after={replay.after} />
      {changedOrders > changed.length && (
        <p className="tp-warning">只列出最近的 {countText(changed.length)} 张，数字是全部的。</p>
      )}
      <ListTable<ChangedOrder>
        name="policy-changed-orders"
        list={{
          data: { items: changed.slice(0, shown) },
          error: null,
          isFetching: false,
          isPlaceholderData: false,
          refetch: () => undefined,
        }}
        rowKey={({ orderId }) => orderId}
        columns={changedColumns(roleName)}
        minWidth={1050}
        empty={<EmptyHint title="没有订单会不同" hint="按这份草稿，这些订单的结果与当时一样。" />}
        tools={
          changed.length > 0 && (
            <ExportButton
              name="审核策略试算"
              columns={changedCsv(roleName)}
              fetchPage={async ({ cursor = '0', limit }) => {
                const end = Number(cursor) + limit;
                return {
                  items: changed.slice(Number(cursor), end),
                  nextCursor: end < changed.length ? String(end) : null,
                };
              }}
            />
          )
        }
        footer={
          changed.length > shown && (
            <div className="tp-pager">
              <Button size="small" onClick={() => setShown(shown + SHOWN_AT_ONCE)} data-testid="replay-more">
                再显示 {Math.min(SHOWN_AT_ONCE, changed.length - shown)} 张（共 {countText(changed.length)}{' '}
                张）
              </Button>
            </div>
          )
        }
      />
    </div>
  );
}

const versionWords = (version: number) => (version === 0 ? '常规规则' : `第 ${version} 版`);

/** The bounds of what was tried, said before its numbers. */
function WhatIsNotKnown({ replay: { isCut, orders, from, unjudged, unseen } }: { replay: PolicyReplay }) {
  const notes = [
    ...(isCut ? [`订单太多，只试算了最近的 ${countText(orders)} 张，从 ${whenText(from)} 起。`] : []),
    ...(unjudged > 0 ? [`${countText(unjudged)} 张订单留下的审单记录不全，没有计入。`] : []),
    ...unseen.map(
      (one) =>
        `“${ruleName(one.rule)}”当时不检查，没有留下记录：${countText(one.orders)} 张订单里会有多少被它发现，无从得知，没有计入。`,
    ),
    '每张订单各按当时的发现单独试算；前一张挂起或通过后，给后一张留下的库存和额度会不同，不作推算。',
  ];
  return (
    <Alert
      type={notes.length > 1 ? 'warning' : 'info'}
      showIcon
      className="policy-notes"
      title={notes.length > 1 ? '这些数字不包括' : '试算的边界'}
      description={
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      }
      data-testid="replay-notes"
    />
  );
}
