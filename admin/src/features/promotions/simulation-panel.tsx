import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { countText, whenText, yuanText } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { Yuan } from '../../ui/yuan';
import { BudgetMeter } from './budget-meter';
import { useSimulate } from './commands';
import type { PromotionDraft, Simulation } from './model';
import type { PayerOption } from './money-section';
import { isSame } from './same-draft';

const spans = [30, 90, 180, 365].map((value) => ({ value, label: `近 ${value} 天` }));
const USUAL_DAYS = 90;

interface SimulationPanelProps {
  draft: PromotionDraft;
  payerOptions: readonly PayerOption[];
}

/** Holds the promotion as it is written against past orders: what it would have cost and to whom. */
export function SimulationPanel({ draft, payerOptions }: SimulationPanelProps) {
  const simulate = useSimulate();
  const [days, setDays] = useState(USUAL_DAYS);
  const asked = simulate.variables?.promotion;
  const isOld = simulate.data !== undefined && !isSame(asked, draft);
  return (
    <Panel title="回放历史订单">
      <div className="simulation-ask">
        <Select<number> value={days} onChange={setDays} options={spans} aria-label="回放期间" />
        <Button
          onClick={() => simulate.mutate({ promotion: draft, days })}
          loading={simulate.isPending}
          disabled={draft.name === ''}
          data-testid="simulate"
        >
          {isOld ? '内容已改，重新回放' : '开始回放'}
        </Button>
      </div>
      {simulate.isError && <ProblemView error={simulate.error} />}
      {simulate.data ? (
        <div className={isOld ? 'simulation-old' : ''}>
          <SimulationResult
            simulation={simulate.data}
            budgetFen={asked?.budgetFen ?? null}
            payerOptions={payerOptions}
          />
        </div>
      ) : (
        <p className="tp-muted tp-small tp-last">
          假设当时就有这个促销，客户买得一样多：会花多少，谁来付，会不会卖穿底价。
        </p>
      )}
    </Panel>
  );
}

interface ResultProps {
  simulation: Simulation;
  budgetFen: number | null;
  payerOptions: readonly PayerOption[];
}

function SimulationResult({ simulation, budgetFen, payerOptions }: ResultProps) {
  const { costFen, discountFen, giftFen, byPayer, breachCount, breaches, budgetOutAt } = simulation;
  const nameOf = (partyId: string) => payerOptions.find(({ value }) => value === partyId)?.label ?? partyId;
  return (
    <div data-testid="simulation">
      <dl className="tp-facts">
        <dt>涉及订单</dt>
        <dd className="tp-figure">
          {countText(simulation.ordersTouched)} / {countText(simulation.orderCount)} 张
        </dd>
        <dt>费用</dt>
        <dd>
          <Yuan fen={costFen} strong />
          {giftFen > 0 && (
            <div className="tp-muted tp-small">
              优惠 {yuanText(discountFen)} · 赠品 {yuanText(giftFen)}
            </div>
          )}
          {byPayer.length > 1 && (
            <div className="tp-muted tp-small">
              {byPayer.map(({ partyId, fen }) => `${nameOf(partyId)} ${yuanText(fen)}`).join(' · ')}
            </div>
          )}
        </dd>
        <dt>客户净得</dt>
        <dd>
          <Yuan fen={simulation.buyersGainFen} />
          {simulation.buyersGainFen < costFen && <div className="tp-muted tp-small">其余替代了别的促销</div>}
        </dd>
        <dt>毛利</dt>
        <dd>
          <Yuan fen={simulation.marginBeforeFen} /> → <Yuan fen={simulation.marginAfterFen} strong />
          {simulation.linesWithoutCost > 0 && (
            <div className="tp-muted tp-small">
              {countText(simulation.linesWithoutCost)} 行没有成本，未计入
            </div>
          )}
        </dd>
        <dt>预算</dt>
        <dd>
          <BudgetMeter promotion={{ budgetFen, costFen }} />
          {budgetOutAt !== null && (
            <div className="tp-danger tp-small">会在 {whenText(budgetOutAt)} 用完</div>
          )}
        </dd>
      </dl>
      {breachCount > 0 && (
        <Alert
          type="warning"
          showIcon
          className="simulation-breaches"
          title={`${countText(breachCount)} 行会低于底价`}
          description={
            <ul className="conflict-list">
              {breaches.slice(0, 5).map(({ orderId, lineNo, amountFen, floorFen }) => (
                <li key={`${orderId} ${lineNo}`}>
                  <Link className="tp-link" to={`/orders/${orderId}`} target="_blank">
                    订单第 {lineNo} 行
                  </Link>{' '}
                  <span className="tp-figure">
                    {yuanText(amountFen)}，底价 {yuanText(floorFen)}
                  </span>
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
