import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { PartyPicker } from '../../features/partners/party-picker';
import { SellerByCode } from '../../features/partners/seller-by-code';
import { type Transfer, transferPages, useTransfers } from '../../features/customer-transfers/queries';
import { transferColumns, transferCsv } from '../../features/customer-transfers/transfer-columns';
import {
  AnswerDialog,
  ProposeDialog,
  type TransferAction,
} from '../../features/customer-transfers/transfer-dialogs';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

const actions: readonly { action: TransferAction; text: string; may: (transfer: Transfer) => boolean }[] = [
  { action: 'consent', text: '同意', may: ({ mayAnswer }) => mayAnswer },
  { action: 'refuse', text: '拒绝', may: ({ mayAnswer }) => mayAnswer },
  { action: 'withdraw', text: '撤回', may: ({ mayWithdraw }) => mayWithdraw },
];

const actionColumn = (onAsk: (action: TransferAction, transfer: Transfer) => void) => ({
  key: 'actions',
  title: '操作',
  stays: true,
  width: 100,
  render: (_: unknown, transfer: Transfer) => (
    <div className="link-actions">
      {actions
        .filter(({ may }) => may(transfer))
        .map(({ action, text }) => (
          <Button
            key={action}
            type="link"
            size="small"
            danger={action !== 'consent'}
            onClick={() => onAsk(action, transfer)}
            data-testid={`transfer-${action}-${transfer.transferId}`}
          >
            {text}
          </Button>
        ))}
    </div>
  ),
});

/** Stores that go from one distributor to another, with each side's consent. */
export default function TransfersPage() {
  const me = useMe();
  const isHeadquarters = me.party.kind === 'hq';
  const isManager = hasRole(me, 'manager');
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const buyerId = params.get('buyer') ?? undefined;
  const transfers = useTransfers(buyerId, pages.cursor);
  const [isProposing, setProposing] = useState(false);
  const [asked, setAsked] = useState<{ action: TransferAction; transfer: Transfer } | null>(null);
  return (
    <Page
      title="客户转移"
      hint={
        isHeadquarters
          ? '客户换经销商：三方都同意后从生效日起执行'
          : '与我有关的客户转移：转出、接收都要我同意，最后由总部同意'
      }
      extra={
        <>
          <ExportButton name="客户转移" columns={transferCsv} fetchPage={transferPages(buyerId)} />
          {isManager && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => setProposing(true)}
              data-testid="transfer-new"
            >
              {isHeadquarters ? '提出转移' : '转出我的客户'}
            </Button>
          )}
        </>
      }
    >
      <div className="tp-filters">
        <PartyPicker
          label="客户"
          kind="store"
          placeholder="全部客户"
          value={buyerId}
          onChange={(value) => choose('buyer', value)}
          width={240}
          testId="transfer-filter"
        />
      </div>
      <PagedTable
        name="customer-transfers"
        list={transfers}
        pages={pages}
        rowKey={({ transferId }) => transferId}
        tools={<ViewMenu list="transfers" />}
        columns={
          isManager
            ? [...transferColumns, actionColumn((action, transfer) => setAsked({ action, transfer }))]
            : [...transferColumns]
        }
        minWidth={1180}
        empty={
          <EmptyHint
            title={buyerId ? '这个客户没有转移记录' : '还没有客户转移'}
            hint={
              isHeadquarters
                ? '点“提出转移”选客户、转出方和接收方；两家经销商都同意后生效。'
                : '要把客户转给别的经销商，点“转出我的客户”；别人提出与您有关的转移也在这里，请您同意或拒绝。'
            }
          />
        }
      />
      <ProposeDialog
        open={isProposing}
        today={dayOf(new Date())}
        onClose={() => setProposing(false)}
        buyerField={<PartyPicker kind="store" testId="transfer-buyer" />}
        giver={isHeadquarters ? undefined : me.party}
        sellerField={(testId) =>
          isHeadquarters ? (
            <PartyPicker kind="distributor" placeholder="按名称查找经销商" testId={testId} />
          ) : (
            <SellerByCode testId={testId} />
          )
        }
      />
      <AnswerDialog asked={asked} onClose={() => setAsked(null)} />
    </Page>
  );
}
