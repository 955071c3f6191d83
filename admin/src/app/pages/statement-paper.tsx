import { PrinterOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useNavigate } from 'react-router';
import { usePaper, useParty } from '../../features/credit/queries';
import { Paper } from '../../features/credit/statements/paper';
import { thisMonth } from '../../features/credit/statements/periods';
import '../../features/credit/statements/paper.css';
import { EmptyHint } from '../../ui/empty-hint';
import { dayOf } from '../../ui/format';
import { DayInput } from '../../ui/instant-input';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';
import { useFilters } from '../../ui/use-filters';

export default function StatementPaperPage() {
  const navigate = useNavigate();
  const { params, choose } = useFilters();
  const sellerId = params.get('seller') ?? '';
  const buyerId = params.get('buyer') ?? '';
  const present = thisMonth(dayOf(new Date()));
  const startsOn = params.get('from') ?? present.startsOn;
  const untilOn = params.get('until') ?? present.untilOn;
  const isNamed = sellerId !== '' && buyerId !== '';
  const paper = usePaper({ sellerId, buyerId, startsOn, untilOn }, isNamed);
  const seller = useParty(sellerId, isNamed);
  const buyer = useParty(buyerId, isNamed);

  return (
    <Page
      title="对账单"
      hint="打印时选“另存为 PDF”可得到 PDF 文件；已出具的对账单以出具时的金额为准"
      extra={
        <>
          <Button onClick={() => void navigate(-1)}>返回</Button>
          <Button
            type="primary"
            icon={<PrinterOutlined />}
            disabled={!paper.data}
            onClick={() => window.print()}
            data-testid="paper-print"
          >
            打印 / 存为 PDF
          </Button>
        </>
      }
    >
      <div className="tp-filters">
        <div className="paper-day">
          <DayInput label="开始日" value={startsOn} onChange={(day) => choose('from', day)} />
        </div>
        至
        <div className="paper-day">
          <DayInput label="最后一天" value={untilOn} onChange={(day) => choose('until', day)} />
        </div>
      </div>
      {!isNamed && (
        <div className="tp-panel">
          <EmptyHint title="没有指明客户" hint="请从“对账单”列表或客户的信用页打开。" />
        </div>
      )}
      {paper.isError && <ProblemView error={paper.error} onRetry={() => void paper.refetch()} />}
      {isNamed && paper.isPending && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 12 }} />
        </div>
      )}
      {paper.data && (
        <Paper
          paper={paper.data}
          sellerName={seller.data?.name ?? ''}
          buyerName={buyer.data?.name ?? ''}
          startsOn={startsOn}
          untilOn={untilOn}
        />
      )}
    </Page>
  );
}
