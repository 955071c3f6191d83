import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { statementPages, type BillSide, type Statement, useStatements } from '../../features/credit/queries';
import { SideSwitch } from '../../features/credit/side-switch';
import { paperAddress } from '../../features/credit/statements/periods';
import { statementColumns, statementCsv } from '../../features/credit/statements/statement-columns';
import { AnswerDialog, IssueDialog } from '../../features/credit/statements/statement-dialogs';
import { PartyPicker } from '../../features/partners/party-picker';
import '../../features/credit/credit.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { ViewMenu } from '../../ui/view-menu';

export default function StatementsPage() {
  const me = useMe();
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const side: BillSide = me.buys && params.get('side') === 'buyer' ? 'buyer' : 'seller';
  const statements = useStatements(side, pages.cursor);
  const [isIssuing, setIssuing] = useState(false);
  const [answering, setAnswering] = useState<Statement | null>(null);

  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 104,
    render: (_: unknown, statement: Statement) => (
      <div className="link-actions">
        <Link className="tp-link" to={paperAddress(statement)}>
          查看打印
        </Link>
        {side === 'buyer' && statement.state !== 'confirmed' && (
          <Button
            type="link"
            size="small"
            onClick={() => setAnswering(statement)}
            data-testid={`answer-${statement.statementId}`}
          >
            核对
          </Button>
        )}
      </div>
    ),
  };

  return (
    <Page
      title="对账单"
      hint="期初 + 开账 − 回款 − 冲减 = 期末；出具后由客户确认或提出异议"
      extra={
        <>
          <ExportButton name="对账单" columns={statementCsv} fetchPage={statementPages(side)} />
          {hasRole(me, 'finance') && (
            <Button type="primary" onClick={() => setIssuing(true)} data-testid="statement-new">
              出具对账单
            </Button>
          )}
        </>
      }
    >
      <div className="tp-filters">
        {me.buys && (
          <SideSwitch
            value={side}
            titles={{ seller: '发给客户的', buyer: '供货方发来的' }}
            onChange={(value) => choose('side', value === 'buyer' ? value : undefined)}
          />
        )}
      </div>
      <PagedTable
        name="statements"
        list={statements}
        pages={pages}
        rowKey={({ statementId }) => statementId}
        tools={<ViewMenu list="statements" />}
        columns={[...statementColumns, actions]}
        minWidth={1190}
        empty={
          side === 'seller' ? (
            <EmptyHint title="还没有对账单" hint="每月结束后，点右上角“出具对账单”发给客户核对。" />
          ) : (
            <EmptyHint title="没有收到对账单" hint="供货方出具后会出现在这里，请及时核对确认。" />
          )
        }
      />
      <IssueDialog
        open={isIssuing}
        buyerField={<PartyPicker testId="statement-buyer" />}
        onClose={() => setIssuing(false)}
      />
      <AnswerDialog statement={answering} onClose={() => setAnswering(null)} />
    </Page>
  );
}
