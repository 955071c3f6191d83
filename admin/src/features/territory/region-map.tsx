import { MapChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { use as register } from 'echarts/core';
import { useMemo } from 'react';
import { Chart } from '../../ui/chart';
import { mapOption } from './map-option';
import type { HeldDivision, Region } from './model';
import type { ShapeMap } from './region-shapes';
import type { SellerHue } from './seller-hues';

register([MapChart, GeoComponent]);

interface RegionMapProps {
  map: ShapeMap;
  divisions: readonly HeldDivision[];
  hues: readonly SellerHue[];
  picked: ReadonlySet<string>;
  isDark: boolean;
  label: string;
  onPick: (region: Region) => void;
  onEnter: (region: Region) => void;
}

/** The divisions as shapes: one click picks, two go inside. Who uses no mouse has the list beside it. */
export function RegionMap({ map, divisions, hues, picked, isDark, label, onPick, onEnter }: RegionMapProps) {
  const option = useMemo(
    () => mapOption({ map, divisions, hues, picked, isDark }),
    [map, divisions, hues, picked, isDark],
  );
  const divisionNamed = (name: string) => {
    const code = map.shapes.find((shape) => shape.name === name)?.code;
    return divisions.find((division) => division.code === code);
  };
  return (
    <Chart
      option={option}
      label={label}
      height={460}
      onClick={(name) => {
        const division = divisionNamed(name);
        if (division) onPick(division);
      }}
      onDoubleClick={(name) => {
        const division = divisionNamed(name);
        if (division?.hasChildren) onEnter(division);
      }}
    />
  );
}
