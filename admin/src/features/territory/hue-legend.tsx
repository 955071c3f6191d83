import type { SellerHue } from './seller-hues';

const SHOWN = 12;

interface HueLegendProps {
  hues: readonly SellerHue[];
  onChoose: (sellerId: string) => void;
}

/** Which colour is whose; choosing one narrows map and list to it. */
export const HueLegend = ({ hues, onChoose }: HueLegendProps) => (
  <div className="territory-legend">
    {hues.slice(0, SHOWN).map(({ sellerId, sellerName, hue, count }) => (
      <button
        key={sellerId}
        type="button"
        className="text-button territory-holder"
        onClick={() => onChoose(sellerId)}
      >
        <i style={{ background: hue }} aria-hidden />
        {sellerName} <span className="tp-muted tp-figure">{count}</span>
      </button>
    ))}
    {hues.length > SHOWN && <span className="tp-muted">等 {hues.length} 家</span>}
    <span className="tp-muted tp-small">浅色：部分授权；灰色：多家授权</span>
  </div>
);
