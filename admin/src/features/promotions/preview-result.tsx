import { CheckCircleFilled, GiftOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { yuanText } from '../../ui/format';
import { UnitPrice, Yuan } from '../../ui/yuan';
import { KindTag } from './kind-tag';
import type { Preview } from './model';

interface PreviewResultProps {
  preview: Preview;
  /** The promotion that is being written. */
  promotionId: string;
}

/** What a basket would cost, which gifts come with it, and what each promotion did or why it did nothing. */
export const PreviewResult = ({ preview, promotionId }: PreviewResultProps) => (
  <div data-testid="preview-result">
    <table className="preview-lines">
      <thead>
        <tr>
          <th>商品</th>
          <th className="tp-right">数量</th>
          <th className="tp-right">优惠</th>
          <th className="tp-right">金额</th>
        </tr>
      </thead>
      <tbody>
        {preview.lines.map((line) => (
          <tr key={line.lineNo}>
            <td>
              {line.giftOf !== null && (
                <span className="tp-success">
                  <GiftOutlined /> 赠{' '}
                </span>
              )}
              {line.skuName}
              <div className="tp-muted tp-small">
                {line.spec}
                {line.unitPriceE4 !== null && line.giftOf === null && (
                  <>
                    {' · '}
                    <UnitPrice unitPriceE4={line.unitPriceE4} />
                  </>
                )}
              </div>
            </td>
            <td className="tp-right tp-figure">{line.mixedUnits}</td>
            <td className="tp-right">
              {line.discountFen > 0 ? (
                <span className="tp-success tp-figure">-{yuanText(line.discountFen)}</span>
              ) : (
                <span className="tp-muted">—</span>
              )}
            </td>
            <td className="tp-right">
              <Yuan fen={line.amountFen} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>应付</td>
          <td className="tp-right tp-figure tp-success">
            {preview.discountFen > 0 && `-${yuanText(preview.discountFen)}`}
          </td>
          <td className="tp-right" data-testid="preview-payable">
            <Yuan fen={preview.payableFen} strong />
          </td>
        </tr>
      </tfoot>
    </table>
    <ul className="preview-promotions">
      {appliedFirst(preview.promotions).map((promotion) => (
        <li
          key={promotion.promotionId}
          data-applied={promotion.isApplied}
          data-testid={promotion.promotionId === promotionId ? 'preview-own' : undefined}
        >
          {promotion.isApplied ? (
            <CheckCircleFilled className="tp-success" />
          ) : (
            <MinusCircleOutlined className="tp-muted" />
          )}
          <div>
            <b>{promotion.promotionId === promotionId ? '本促销' : promotion.name}</b>{' '}
            <KindTag kind={promotion.kind} />
            {promotion.savedFen > 0 && (
              <span className="tp-success tp-figure"> 省 {yuanText(promotion.savedFen)}</span>
            )}
            {promotion.giftFen > 0 && (
              <span className="tp-success tp-figure"> 赠品值 {yuanText(promotion.giftFen)}</span>
            )}
            <div className="tp-small">{promotion.words}</div>
            {promotion.nextStep && <div className="tp-small tp-warning">{promotion.nextStep}</div>}
          </div>
        </li>
      ))}
    </ul>
    {preview.promotions.length === 0 && (
      <p className="tp-muted tp-small">没有促销与这些商品或这位客户有关：检查适用客户与适用商品。</p>
    )}
  </div>
);

/** What counts comes first here: whoever writes a promotion looks for what it did, not for what is nearest. */
const appliedFirst = (promotions: Preview['promotions']) =>
  promotions.toSorted((left, right) => Number(right.isApplied) - Number(left.isApplied));
