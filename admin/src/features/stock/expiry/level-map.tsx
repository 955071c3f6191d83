import { Segmented, Skeleton } from 'antd';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { EmptyHint } from '../../../ui/empty-hint';
import { countText } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { ProblemView } from '../../../ui/problem-view';
import { type Level, levels } from '../words';
import './expiry.css';
import { depthOf, levelRows } from './level-rows';
import { type By, useLevels } from './queries';

const columns = Object.keys(levels) as Level[];
const paramOf = { warehouse: 'warehouse', sku: 'sku' } as const satisfies Record<By, string>;

const lotsAddress = (by: By, id: string, level: Level, ownerId: string | undefined) =>
  `/lots?${String(new URLSearchParams({ ...(ownerId ? { owner: ownerId } : {}), [paramOf[by]]: id, level }))}`;

interface LevelMapProps {
  by: By;
  ownerId: string | undefined;
  onBy: (by: By) => void;
}

/**
 * 库龄热力图: how much of each warehouse's or SKU's goods is how near its expiry. Every cell leads to its lots;
 * a table of links, so that it is read aloud and walked through by keyboard.
 */
export function LevelMap({ by, ownerId, onBy }: LevelMapProps) {
  const found = useLevels(by, ownerId);
  const rows = levelRows(found.data?.items ?? []);
  return (
    <Panel
      title="效期热力图"
      extra={
        <Segmented<By>
          size="small"
          value={by}
          options={[
            { value: 'warehouse', label: '按仓库' },
            { value: 'sku', label: '按商品（最急的在前）' },
          ]}
          onChange={onBy}
        />
      }
    >
      {found.isError ? (
        <ProblemView error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 5 }} />
      ) : rows.length === 0 ? (
        <EmptyHint title="没有库存" hint="有货入库后，这里按效期显示各仓库和商品的数量。" />
      ) : (
        <div className="level-map-place">
          <table className="level-map" data-testid="level-map">
            <caption className="tp-hidden">各仓库或商品在每个效期等级的数量</caption>
            <thead>
              <tr>
                <th scope="col">{by === 'warehouse' ? '仓库' : '商品'}</th>
                {columns.map((level) => (
                  <th key={level} scope="col">
                    {levels[level].text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, cells, onHand: ofRow }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {columns.map((level) => {
                    const heap = cells[level];
                    const depth = depthOf(heap?.onHand ?? 0, ofRow);
                    return (
                      <td key={level} data-level={level} style={{ '--depth': `${depth}%` } as CSSProperties}>
                        {heap && (
                          <Link
                            to={lotsAddress(by, id, level, ownerId)}
                            title={`${name}，${levels[level].text}：${heap.lotCount} 个批次`}
                            data-testid={`level-${id}-${level}`}
                          >
                            <span className="tp-figure">{countText(heap.onHand)}</span>
                            <span className="tp-small"> {heap.lotCount} 批</span>
                          </Link>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
