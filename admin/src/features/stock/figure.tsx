import { countText } from '../../ui/format';

/** A quantity of base units in figures of equal width. */
export const Figure = ({ count, strong = false }: { count: number; strong?: boolean }) => (
  <span className={strong ? 'tp-figure tp-strong' : 'tp-figure'}>{countText(count)}</span>
);

/** What came or went, with its sign and colour. */
export const Change = ({ count }: { count: number }) => (
  <span className={`tp-figure tp-strong ${count < 0 ? 'tp-danger' : 'tp-success'}`}>
    {count > 0 && '+'}
    {countText(count)}
  </span>
);
