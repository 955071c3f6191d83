import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { changeText } from './compare';

export interface TileProps {
  title: string;
  /** How the figure is counted. */
  means: string;
  value: string;
  change?: number | null;
  testId: string;
}

/** One figure, with its definition on its title. */
export function FigureTile({ title, means, value, change, testId }: TileProps) {
  const tone =
    change === undefined || change === null || change === 0
      ? 'tp-muted'
      : change > 0
        ? 'tp-success'
        : 'tp-danger';
  let below: ReactNode = null;
  if (change !== undefined) {
    below = (
      <span className={`tp-small ${tone}`}>
        较上周同日 <span className="tp-figure">{changeText(change)}</span>
      </span>
    );
  }
  return (
    <div className="figure-tile" data-testid={testId}>
      <Tooltip title={means}>
        <span className="figure-title tp-muted" tabIndex={0}>
          {title}
        </span>
      </Tooltip>
      <b className="figure-value tp-figure">{value}</b>
      {below}
    </div>
  );
}
