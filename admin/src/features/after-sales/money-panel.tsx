import { countText } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { Yuan } from '../../ui/yuan';
import type { AfterSales, Money } from './model';

/** The money of a request row by row, so that anybody can follow how it comes about. */
function MoneyFacts({ money }: { money: Money }) {
  const beforeCapFen = money.originalFen - money.keptFen - money.giftsFen;
  return (
    <dl className="tp-facts after-sales-money">
      {money.basis === 'byShare' && (
        <>
          <dt>计算方式</dt>
          <dd>原单已无法按原活动重算，按退回商品的实付计算</dd>
        </>
      )}
      <dt>原单净额</dt>
      <dd>
        <Yuan fen={money.originalFen} />
      </dd>
      <dt>保留商品按原活动重算</dt>
      <dd>
        <Yuan fen={-money.keptFen} />
      </dd>
      {money.lostGifts.map(({ skuId, skuName, quantity, valueFen }) => (
        <AmountFact
          key={skuId}
          name={`未退回赠品 ${skuName || skuId} × ${countText(quantity)}`}
          fen={-valueFen}
        />
      ))}
      {money.paidFen < beforeCapFen && <AmountFact name="上限：退回商品的实付" fen={money.paidFen} />}
      <dt>累计应退</dt>
      <dd>
        <Yuan fen={money.dueFen} />
      </dd>
      {money.earlierFen > 0 && <AmountFact name="本单此前应退" fen={-money.earlierFen} />}
      {money.owedFen > 0 && <AmountFact name="此前多退，从后续退款中扣" fen={money.owedFen} />}
      <dt>本次应退</dt>
      <dd>
        <Yuan fen={money.refundFen} strong />
      </dd>
      {money.freightFen > 0 && <AmountFact name="退还运费" fen={money.freightFen} />}
      {money.grantedFen < money.refundFen && <AmountFact name="核定赔付" fen={money.grantedFen} />}
    </dl>
  );
}

const AmountFact = ({ name, fen }: { name: string; fen: number }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <Yuan fen={fen} />
    </dd>
  </>
);

type Way = AfterSales['moneyBack'][number]['instrument'];

const wayOf = (instrument: Way, paysThisOrder: boolean) => {
  if (instrument === 'payment') return '微信支付原路退回 ';
  if (instrument === 'rebate') return '退回返利余额 ';
  return paysThisOrder ? '冲减本单应收 ' : '转为客户往来余额 ';
};

/** How the money comes about, and where it went. */
export function MoneyPanel({ request }: { request: AfterSales }) {
  const money = request.money ?? request.expected;
  if (!money) return null;
  return (
    <Panel
      title={request.money ? '退款明细' : '预计退款'}
      extra={request.money ? null : <span className="tp-muted">全部同意并收到时的金额</span>}
    >
      <MoneyFacts money={money} />
      {request.moneyBack.map(({ instrument, amountFen, paysThisOrder, at }) => (
        <p key={`${at} ${instrument} ${amountFen} ${String(paysThisOrder)}`} className="tp-muted">
          {wayOf(instrument, paysThisOrder)}
          <Yuan fen={amountFen} />
        </p>
      ))}
    </Panel>
  );
}
