import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { EmptyHint } from '../../ui/empty-hint';
import { countText } from '../../ui/format';
import { Due } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import type { Waiting } from './queries';
import { wayTo } from './way-to';

function Card({ waiting }: { waiting: Waiting }) {
  const { kind, title, count, overdue, firstDueAt, amountFen } = waiting;
  const way = wayTo(kind);
  const inside = (
    <>
      <span className="waiting-title">{title}</span>
      <b className={`waiting-count tp-figure${overdue > 0 ? ' tp-danger' : ''}`}>{countText(count)}</b>
      <span className="waiting-note tp-small">
        {overdue > 0 && <span className="tp-danger">超时 {countText(overdue)}</span>}
        {amountFen !== null && <Yuan fen={amountFen} tone="muted" />}
        {firstDueAt !== null && overdue === 0 && kind.startsWith('hold.') && <Due at={firstDueAt} />}
      </span>
      {way !== null && <RightOutlined className="waiting-arrow" aria-hidden />}
    </>
  );
  const testId = `waiting-${kind}`;
  return way === null ? (
    <div className="waiting-card" data-testid={testId}>
      {inside}
    </div>
  ) : (
    <Link to={way} className="waiting-card" data-testid={testId}>
      {inside}
    </Link>
  );
}

/** What waits for this desk, each with the way to it. */
export const WaitingCards = ({ waiting }: { waiting: readonly Waiting[] }) =>
  waiting.length === 0 ? (
    <EmptyHint title="都处理完了" hint="待审订单、售后、预警、对账差异等需要处理时会出现在这里。" />
  ) : (
    <div className="waiting-cards">
      {waiting.map((one) => (
        <Card key={one.kind} waiting={one} />
      ))}
    </div>
  );
