import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { LimitHistory } from '../../features/credit/account/limit-history';
import { CreditNoteDialog, WriteOffDialog } from '../../features/credit/account/money-dialogs';
import { Overview } from '../../features/credit/account/overview';
import { Receipts } from '../../features/credit/account/receipts';
import { Releases } from '../../features/credit/account/releases';
import { TemporaryLimits } from '../../features/credit/account/temporary-limits';
import { EntriesTable } from '../../features/credit/entries-table';
import { LimitDialog } from '../../features/credit/limit-dialog';
import { OpenBills } from '../../features/credit/open-bills';
import { useAccount, usePeople, type Bill, type CreditAccount } from '../../features/credit/queries';
import { ReceiptDialog, type ReceiptSubject } from '../../features/credit/receipt-dialog';
import { paperAddress, thisMonth } from '../../features/credit/statements/periods';
import { stepWords } from '../../features/credit/words';
import '../../features/credit/credit.css';
import { EmptyHint } from '../../ui/empty-hint';
import { dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';
import { useFilters } from '../../ui/use-filters';
import { useIsDark } from '../appearance';

const FIRST = 'overview';

/** What has been opened; the dialog of a limit knows which version it was opened at. */
type Opened =
  | { readonly what: 'limit' }
  | { readonly what: 'note'; readonly account: CreditAccount }
  | { readonly what: 'receipt'; readonly subject: ReceiptSubject }
  | { readonly what: 'writeOff'; readonly bill: Bill }
  | null;

function Account({ account }: { account: CreditAccount }) {
  const me = useMe();
  const navigate = useNavigate();
  const isDark = useIsDark();
  const { params, choose } = useFilters();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const mayBook = hasRole(me, 'finance');
  const { buyerId, buyerName } = account;
  const paper = paperAddress({ ...account, ...thisMonth(dayOf(new Date())) });
  const nameOf = usePeople({ userId: me.userId, isOwner: hasRole(me, 'owner') });
  const person = { account, mayBook, userId: me.userId, nameOf };

  const billActions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 156,
    render: (_: unknown, bill: Bill) => (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          onClick={() => setOpened({ what: 'receipt', subject: { buyerId, buyerName, bill } })}
          data-testid={`receipt-${bill.billId}`}
        >
          登记回款
        </Button>
        <Button
          type="link"
          size="small"
          danger
          onClick={() => setOpened({ what: 'writeOff', bill })}
          data-testid={`write-off-${bill.billId}`}
        >
          坏账核销
        </Button>
      </div>
    ),
  };

  return (
    <>
      {mayBook && (
        <div className="tp-filters">
          <Button
            type="primary"
            onClick={() => setOpened({ what: 'receipt', subject: { buyerId, buyerName } })}
            data-testid="account-receipt"
          >
            登记回款
          </Button>
          <Button onClick={() => setOpened({ what: 'limit' })} data-testid="account-limit">
            调额度
          </Button>
          <Button onClick={() => void navigate(paper)} data-testid="account-paper">
            对账单
          </Button>
          <Button onClick={() => setOpened({ what: 'note', account })} data-testid="account-note">
            开红字账单
          </Button>
        </div>
      )}
      <Tabs
        activeKey={params.get('tab') ?? FIRST}
        onChange={(key) => choose('tab', key === FIRST ? undefined : key)}
        items={[
          {
            key: FIRST,
            label: '概况',
            children: <Overview account={account} isDark={isDark} seesAges={mayBook} />,
          },
          {
            key: 'bills',
            label: '未结账单',
            children: <OpenBills account={account} {...(mayBook ? { actions: billActions } : {})} />,
          },
          { key: 'receipts', label: '回款核销', children: <Receipts account={account} mayBook={mayBook} /> },
          { key: 'temporary', label: '临时额度', children: <TemporaryLimits {...person} /> },
          {
            key: 'releases',
            label: '逾期放行',
            children: <Releases account={account} mayBook={mayBook} nameOf={nameOf} />,
          },
          ...(mayBook
            ? [
                {
                  key: 'limits',
                  label: '额度历史',
                  children: <LimitHistory account={account} nameOf={nameOf} />,
                },
              ]
            : []),
          { key: 'entries', label: '流水', children: <EntriesTable account={account} /> },
        ]}
      />
      <LimitDialog account={opened?.what === 'limit' ? account : null} onClose={close} />
      <CreditNoteDialog account={opened?.what === 'note' ? opened.account : null} onClose={close} />
      <ReceiptDialog subject={opened?.what === 'receipt' ? opened.subject : null} onClose={close} />
      <WriteOffDialog bill={opened?.what === 'writeOff' ? opened.bill : null} onClose={close} />
    </>
  );
}

export default function CreditAccountPage() {
  const { buyerId = '' } = useParams();
  const navigate = useNavigate();
  const account = useAccount(buyerId);
  const step = account.data && stepWords[account.data.ladderStep];
  return (
    <Page
      title={account.data ? `${account.data.buyerName} · 信用` : '客户信用'}
      hint={
        step && (
          <>
            逾期阶梯 <Tag color={step.color}>{step.text}</Tag>
          </>
        )
      }
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/credit')}>
          全部客户
        </Button>
      }
    >
      {account.isError && <ProblemView error={account.error} onRetry={() => void account.refetch()} />}
      {account.isPending && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 10 }} />
        </div>
      )}
      {account.data === null && (
        <div className="tp-panel">
          <EmptyHint title="该客户还没有信用账户" hint="到“客户信用”里看已开通的客户。" />
        </div>
      )}
      {account.data && <Account account={account.data} />}
    </Page>
  );
}
