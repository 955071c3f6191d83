import { Text, View } from '@tarojs/components';
import { Loading, Problem } from '@/ui/states';
import { useShapes } from './queries';
import type { RegionMapProps } from './region-map-props';
import { shareOf, shareWords } from './words';
import './region.scss';

const shares = ['whole', 'part', 'none'] as const;

/** What is granted, as shapes; a press goes inside. Who uses no mouse has the list below it. */
export function RegionMap({ area, label, divisions, onEnter }: RegionMapProps) {
  const drawing = useShapes(area);
  if (drawing.isPending) return <Loading rows={3} />;
  if (drawing.isError) return <Problem error={drawing.error} onRetry={() => void drawing.refetch()} />;
  if (drawing.data === null) return null;
  const { width, height, shapes, besides } = drawing.data;
  const divisionOf = new Map(divisions.map((division) => [division.code, division]));
  return (
    <View className="region-map">
      <svg
        id="region-map"
        className="region-map__drawing"
        viewBox={`-4 -4 ${width + 8} ${height + 8}`}
        role="img"
        aria-label={label}
      >
        {shapes.map(({ code, name, path }, at) => {
          const division = divisionOf.get(code);
          const share = division ? shareOf(division) : 'none';
          const isOpen = division?.hasChildren === true && share !== 'none';
          return (
            <path
              key={code || `${name}-${at}`}
              className={`region-map__shape region-map__shape--${share}${isOpen ? ' region-map__shape--open' : ''}`}
              data-code={code}
              d={path}
              onClick={isOpen ? () => onEnter(code) : undefined}
            >
              <title>{`${name}：${shareWords[share]}`}</title>
            </path>
          );
        })}
        {besides ? <path className="region-map__besides" d={besides} /> : null}
      </svg>
      <View className="region-map__legend">
        {shares.map((share) => (
          <View key={share} className="region-map__entry">
            <View className={`region-map__dot region-map__dot--${share}`} />
            <Text>{shareWords[share]}</Text>
          </View>
        ))}
        <Text className="region-map__note">示意图，仅供内部查看授权范围</Text>
      </View>
    </View>
  );
}
