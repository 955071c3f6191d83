import { Alert, Skeleton, Tag } from 'antd';
import { yuanText } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { ProblemView } from '../../../ui/problem-view';
import { AgeingChart } from '../ageing-chart';
import { useAgeing, useAssessment, type CreditAccount } from '../queries';
import { UsageBar } from '../usage-bar';
import { stepWords, termsText } from '../words';

const forbidden = {
  promotion: '不享受促销',
  onAccount: '不能赊销',
  shipping: '停止发货',
  temporaryLimit: '不给临时额度',
  ordering: '不能下单',
} as const;

const reasons = { credit: '额度不足', overdue: '账单逾期', previousBatch: '上批未结' } as const;

function Standing({ account }: { account: CreditAccount }) {
  const assessment = useAssessment(account);
  if (assessment.isError) {
    return <ProblemView error={assessment.error} onRetry={() => void assessment.refetch()} />;
  }
  if (assessment.isPending) return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
  const { ladderStep, overdueDays, overdueFen, forbids, payToFree } = assessment.data;
  const step = stepWords[ladderStep];
  const stops = (Object.keys(forbidden) as (keyof typeof forbidden)[]).filter((what) => forbids[what]);
  return (
    <>
      <dl className="tp-facts">
        <dt>逾期阶梯</dt>
        <dd className="tag-row">
          <Tag color={step.color}>{step.text}</Tag>
          <span className="tp-muted">{step.means}</span>
        </dd>
        <dt>逾期金额</dt>
        <dd className={overdueFen > 0 ? 'tp-figure tp-danger' : 'tp-figure'}>
          {yuanText(overdueFen)}
          {overdueFen > 0 && `，最长 ${overdueDays} 天`}
        </dd>
        <dt>当前限制</dt>
        <dd className="tag-row">
          {stops.length === 0 ? (
            <span className="tp-success">无</span>
          ) : (
            stops.map((what) => (
              <Tag key={what} color="red">
                {forbidden[what]}
              </Tag>
            ))
          )}
        </dd>
      </dl>
      {payToFree && (
        <Alert
          type="warning"
          showIcon
          className="account-pay"
          title={`付 ${yuanText(payToFree.amountFen)} 可恢复（${payToFree.reasons.map((why) => reasons[why]).join('、')}）`}
          description={payToFree.bills.map(({ billId, orderNumber, amountFen, clears }) => (
            <div key={billId}>
              <span className="tp-figure">{orderNumber}</span> {yuanText(amountFen)}
              {clears ? '（结清）' : '（部分）'}
            </div>
          ))}
        />
      )}
    </>
  );
}

function Ages({ account, isDark }: { account: CreditAccount; isDark: boolean }) {
  const ageing = useAgeing(account.buyerId, undefined);
  if (ageing.isError) return <ProblemView error={ageing.error} onRetry={() => void ageing.refetch()} />;
  if (ageing.isPending) return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
  const [owed] = ageing.data.items;
  return owed ? (
    <AgeingChart ageing={owed} isDark={isDark} />
  ) : (
    <span className="tp-success">✓ 没有未结账单</span>
  );
}

interface OverviewProps {
  account: CreditAccount;
  isDark: boolean;
  /** Ages are for whoever keeps the books. */
  seesAges: boolean;
}

/** Where an account stands: limits, what uses them, what its lateness forbids, and how old its debts are. */
export const Overview = ({ account, isDark, seesAges }: OverviewProps) => (
  <div className="account-panels">
    <Panel title="额度与占用">
      <dl className="tp-facts tp-figure" data-testid="account-facts">
        <dt>固定额度</dt>
        <dd>{yuanText(account.limitFen)}</dd>
        <dt>临时额度（今天有效）</dt>
        <dd>+{yuanText(account.temporaryFen)}</dd>
        <dt>应收</dt>
        <dd>−{yuanText(account.receivableFen)}</dd>
        <dt>在途未签</dt>
        <dd>−{yuanText(account.shippedFen)}</dd>
        <dt>占用未发</dt>
        <dd>−{yuanText(account.heldFen)}</dd>
        <dt>未核销回款</dt>
        <dd>+{yuanText(account.unappliedFen)}</dd>
        <dt>可用额度</dt>
        <dd>
          <UsageBar account={account} />
        </dd>
        <dt>账期</dt>
        <dd>{termsText(account.terms)}</dd>
      </dl>
    </Panel>
    <Panel title="逾期与限制">
      <Standing account={account} />
    </Panel>
    {seesAges && (
      <Panel title="账龄">
        <Ages account={account} isDark={isDark} />
      </Panel>
    )}
  </div>
);
