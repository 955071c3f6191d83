import type { Answer } from '../../../api';
import { capitalYuan } from '../../../ui/capital-yuan';
import { dayOf, yuanText } from '../../../ui/format';

interface PaperProps {
  paper: Answer<'credit', 'statement'>;
  sellerName: string;
  buyerName: string;
  startsOn: string;
  untilOn: string;
}

/** The statement of an account as it is printed on A4: head, lines, totals in figures and in capital numerals, seals. */
export function Paper({ paper, sellerName, buyerName, startsOn, untilOn }: PaperProps) {
  return (
    <article className="paper" data-testid="paper" lang="zh-CN">
      <h2>往来对账单</h2>
      <div className="paper-head">
        <span>供货方：{sellerName}</span>
        <span>客户：{buyerName}</span>
        <span>
          期间：{startsOn} 至 {untilOn}
        </span>
        <span>单位：人民币元</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">摘要</th>
            <th scope="col">订单号 / 单据号</th>
            <th scope="col">到期日</th>
            <th scope="col" className="paper-figure">
              发生额
            </th>
            <th scope="col" className="paper-figure">
              余额
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{startsOn}</td>
            <td>期初余额</td>
            <td />
            <td />
            <td />
            <td className="paper-figure">{yuanText(paper.openingFen)}</td>
          </tr>
          {paper.lines.map((line) => (
            <tr key={`${line.kind} ${line.documentId} ${line.at}`}>
              <td>{dayOf(new Date(line.at))}</td>
              <td>
                {line.title}
                {line.reason && <small>（{line.reason}）</small>}
              </td>
              <td className="paper-number">{line.orderNumber || line.documentId}</td>
              <td>{line.dueOn ?? ''}</td>
              <td className="paper-figure">{yuanText(line.amountFen)}</td>
              <td className="paper-figure">{yuanText(line.balanceFen)}</td>
            </tr>
          ))}
          {paper.lines.length === 0 && (
            <tr>
              <td colSpan={6} className="paper-none">
                本期没有发生业务
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <dl className="paper-sums" data-testid="paper-sums">
        <dt>期初应收</dt>
        <dd>{yuanText(paper.openingFen)}</dd>
        <dt>加：本期开账</dt>
        <dd>{yuanText(paper.billedFen)}</dd>
        <dt>减：本期回款</dt>
        <dd>{yuanText(paper.receivedFen)}</dd>
        <dt>减：本期冲减</dt>
        <dd>{yuanText(paper.creditedFen)}</dd>
        <dt>期末应收</dt>
        <dd>
          <b>{yuanText(paper.closingFen)}</b>
        </dd>
      </dl>
      <p className="paper-capitals">
        期末应收（大写）：人民币<b data-testid="paper-capitals">{capitalYuan(paper.closingFen)}</b>
      </p>
      <p className="paper-note">
        请核对以上往来；如有不符，请在收到后注明差异并告知我方。确认无误请签章寄回。
      </p>
      <div className="paper-seals">
        <div>供货方（盖章）：</div>
        <div>客户（盖章）：</div>
        <div>经办人 / 日期：</div>
        <div>经办人 / 日期：</div>
      </div>
    </article>
  );
}
