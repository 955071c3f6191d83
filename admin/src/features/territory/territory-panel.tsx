import { Button, Skeleton } from 'antd';
import { useMemo } from 'react';
import { ProblemView } from '../../ui/problem-view';
import { DivisionList } from './division-list';
import { HueLegend } from './hue-legend';
import type { Region } from './model';
import { type TerritoryFilter, useHolders } from './queries';
import { RegionMap } from './region-map';
import { RegionPath } from './region-path';
import { useShapes } from './region-shapes';
import { sellerHues } from './seller-hues';
import './territory.css';

interface TerritoryPanelProps {
  /** The division that is looked into. */
  parent: string;
  filter: TerritoryFilter;
  picked: readonly Region[];
  mayPick: boolean;
  isDark: boolean;
  onPick: (region: Region) => void;
  onEnter: (code: string) => void;
  onSeller: (sellerId: string) => void;
}

/** Who may sell where: the map, and beside it the same as a list. */
export function TerritoryPanel({
  parent,
  filter,
  picked,
  mayPick,
  isDark,
  onPick,
  onEnter,
  onSeller,
}: TerritoryPanelProps) {
  const holders = useHolders(parent, filter);
  const shapes = useShapes(parent);
  const divisions = useMemo(() => holders.data?.items ?? [], [holders.data]);
  const hues = useMemo(() => sellerHues(divisions), [divisions]);
  const pickedCodes = useMemo(() => new Set(picked.map(({ code }) => code)), [picked]);
  const isGranted = divisions.filter((division) => division.holders.length > 0).length;
  const drawn = shapes.data?.shapes.some(({ code }) => divisions.some((division) => division.code === code));
  const pick = (region: Region) => mayPick && onPick({ code: region.code, name: region.name });

  return (
    <section className="tp-panel">
      <header className="tp-panel-head">
        <RegionPath code={parent} onEnter={onEnter} />
        <span className="tp-muted tp-figure" data-testid="territory-summary">
          {holders.data && `${divisions.length} 个下级区域，${isGranted} 个已授权`}
        </span>
      </header>
      {holders.error ? (
        <div className="tp-panel-body">
          <ProblemView error={holders.error} onRetry={() => void holders.refetch()} />
        </div>
      ) : null}
      {holders.isPending ? (
        <div className="tp-panel-body">
          <Skeleton active title={false} paragraph={{ rows: 10, width: '100%' }} />
        </div>
      ) : (
        <div className={drawn ? 'territory-work' : undefined}>
          {shapes.isError && (
            <div className="territory-no-map tp-muted">
              地图没有加载成功，可用列表操作。
              <Button type="link" size="small" onClick={() => void shapes.refetch()}>
                重试
              </Button>
            </div>
          )}
          {drawn && shapes.data && (
            <div className="territory-map" data-testid="territory-map">
              <RegionMap
                map={shapes.data}
                divisions={divisions}
                hues={hues}
                picked={pickedCodes}
                isDark={isDark}
                label={`区域授权示意图：${divisions.length} 个区域，${isGranted} 个已授权；右侧列表内容相同`}
                onPick={pick}
                onEnter={({ code }) => onEnter(code)}
              />
              <p className="tp-muted tp-small">
                单击选中，双击进入下级。示意图仅供内部使用，未经审图（无审图号），界线不作依据，请勿对外展示。
              </p>
            </div>
          )}
          <DivisionList
            divisions={divisions}
            hues={hues}
            picked={pickedCodes}
            mayPick={mayPick}
            onPick={pick}
            onEnter={({ code }) => onEnter(code)}
          />
        </div>
      )}
      {hues.length > 0 && <HueLegend hues={hues} onChoose={onSeller} />}
    </section>
  );
}
