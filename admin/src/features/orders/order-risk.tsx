import { Progress } from 'antd';
import { indicatorName, type Order } from './model';

const colorOf = (score: number) => (score >= 70 ? '#c62f2f' : score >= 40 ? '#d97706' : '#0f766e');

/** The risk score recorded in shadow: seen by HQ, deciding nothing. */
export const OrderRisk = ({ risk }: { risk: NonNullable<Order['risk']> }) => (
  <>
    <div className="risk-score">
      <span className="risk-figure" style={{ color: colorOf(risk.score) }}>
        {risk.score}
      </span>
      <Progress
        aria-label="风险评分"
        percent={Math.max(0, Math.min(100, risk.score))}
        showInfo={false}
        size="small"
        strokeColor={colorOf(risk.score)}
      />
    </div>
    {risk.indicators.length === 0 && <div className="tp-muted">没有触发任何风险指标。</div>}
    <ul className="risk-list">
      {risk.indicators.map((item) => (
        <li key={item.indicator}>
          <div className="trail-head">
            <span>{indicatorName(item.indicator)}</span>
            <span className="tp-figure tp-strong">+{item.score}</span>
          </div>
          <div className="tp-muted tp-small">{item.evidence}</div>
        </li>
      ))}
    </ul>
  </>
);
