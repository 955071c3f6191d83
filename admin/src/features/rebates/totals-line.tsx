import { Yuan } from '../../ui/yuan';
import { useTotals } from './queries';

/** What all customers have together; nothing until it is known. */
export function TotalsLine() {
  const totals = useTotals().data;
  if (!totals) return null;
  const { accounts, balanceFen, heldFen, owedFen } = totals;
  return (
    <div className="rebate-totals tp-muted" data-testid="rebate-totals">
      <span>{accounts} 个客户</span>
      <span>
        余额 <Yuan fen={balanceFen} strong />
      </span>
      <span>
        订单占用 <Yuan fen={heldFen} />
      </span>
      {owedFen > 0 && (
        <span>
          待扣回 <Yuan fen={owedFen} />
        </span>
      )}
    </div>
  );
}
