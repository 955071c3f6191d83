import { unitPriceText, yuanText } from './format';

/** An amount of fen as yuan, in figures of equal width. */
export function Yuan({
  fen,
  strong = false,
  tone,
}: {
  fen: number;
  strong?: boolean;
  tone?: 'danger' | 'muted';
}) {
  const classes = ['tp-figure', strong ? 'tp-strong' : '', tone ? `tp-${tone}` : ''];
  return <span className={classes.filter(Boolean).join(' ')}>{yuanText(fen)}</span>;
}

/** A unit price per base unit, up to four decimals. */
export const UnitPrice = ({ unitPriceE4 }: { unitPriceE4: number }) => (
  <span className="tp-figure">{unitPriceText(unitPriceE4)}</span>
);
