import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

register([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface ChartProps {
  option: EChartsCoreOption;
  /** What the picture says, for those who do not see it. */
  label: string;
  height?: number;
  /** What is clicked, by its name. The picture is for the eye alone: whoever uses no mouse needs another way. */
  onClick?: (name: string) => void;
  onDoubleClick?: (name: string) => void;
}

/** A chart that fits its place and is drawn anew when what it shows changes. */
export function Chart({ option, label, height = 260, onClick, onDoubleClick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>();
  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      drawn.dispose();
    };
  }, []);
  const heard = useRef({ onClick, onDoubleClick });
  useEffect(() => {
    heard.current = { onClick, onDoubleClick };
  });
  useEffect(() => {
    chart.current?.on('click', ({ name }) => heard.current.onClick?.(name));
    chart.current?.on('dblclick', ({ name }) => heard.current.onDoubleClick?.(name));
  }, []);
  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [option]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
