import { Skeleton } from 'antd';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { FigureTile, type TileProps } from './figure-tile';

interface TilesPanelProps<Figures> {
  title: string;
  testId: string;
  found: { readonly data: Figures | undefined; readonly error: unknown; readonly refetch: () => unknown };
  tilesOf: (figures: Figures) => readonly TileProps[];
}

/** The figures of a report side by side: loading, failed, or there. */
export function TilesPanel<Figures>({ title, testId, found, tilesOf }: TilesPanelProps<Figures>) {
  const { data, error } = found;
  if (data === undefined) {
    return (
      <Panel title={title}>
        {error ? (
          <ProblemView error={error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton active title={false} paragraph={{ rows: 4, width: '100%' }} />
        )}
      </Panel>
    );
  }
  return (
    <Panel title={title}>
      <div className="figure-tiles" data-testid={testId}>
        {tilesOf(data).map((tile) => (
          <FigureTile key={tile.testId} {...tile} />
        ))}
      </div>
    </Panel>
  );
}
