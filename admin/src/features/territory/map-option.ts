import type { HeldDivision, Holder } from './model';
import type { ShapeMap } from './region-shapes';
import type { SellerHue } from './seller-hues';

interface Palette {
  readonly empty: string;
  readonly line: string;
  readonly ink: string;
  readonly picked: string;
  readonly many: string;
}

const paletteOf = (isDark: boolean): Palette =>
  isDark
    ? { empty: '#1f2928', line: '#52615f', ink: '#e3eae9', picked: '#ffd166', many: '#8d97a0' }
    : { empty: '#f4f6f7', line: '#9aa8ae', ink: '#1f2a2e', picked: '#b45309', many: '#98a3ab' };

const PART_OPACITY = 0.42;

const shareText = ({ share, exclusive, isRemainder }: Holder) =>
  [share === 'part' ? '部分' : '', exclusive ? '独家' : '', isRemainder ? '其余地区' : '']
    .filter(Boolean)
    .join('、');

/** Who is granted a division, in one line each. */
export const holderTexts = (holders: readonly Holder[]): readonly string[] =>
  holders.map((holder) => {
    const said = shareText(holder);
    return said === '' ? holder.sellerName : `${holder.sellerName}（${said}）`;
  });

/** What a pointer reads; built of nodes, so a name that looks like markup stays a name. */
function tooltipOf(name: string, division: HeldDivision | undefined): HTMLElement {
  const box = document.createElement('div');
  const lines = division
    ? [name, ...(division.holders.length > 0 ? holderTexts(division.holders) : ['尚未授权'])]
    : [name];
  for (const text of lines) box.append(Object.assign(document.createElement('div'), { textContent: text }));
  return box;
}

interface MapOptionInput {
  readonly map: ShapeMap;
  readonly divisions: readonly HeldDivision[];
  readonly hues: readonly SellerHue[];
  readonly picked: ReadonlySet<string>;
  readonly isDark: boolean;
}

/** The map: each division in the colour of who holds it, paler where only a part is held, grey where several do. */
export function mapOption({ map, divisions, hues, picked, isDark }: MapOptionInput) {
  const palette = paletteOf(isDark);
  const hueOf = new Map(hues.map(({ sellerId, hue }) => [sellerId, hue]));
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const byName = new Map(map.shapes.map(({ name, code }) => [name, byCode.get(code)]));
  const fillOf = (division: HeldDivision | undefined) => {
    const [first, ...others] = division?.holders ?? [];
    if (!first) return { areaColor: palette.empty, opacity: 1 };
    const whole = division?.holders.some(({ share }) => share === 'whole');
    const areaColor = others.length > 0 ? palette.many : (hueOf.get(first.sellerId) ?? palette.many);
    return { areaColor, opacity: whole ? 1 : PART_OPACITY };
  };
  return {
    tooltip: {
      trigger: 'item',
      formatter: ({ name }: { readonly name: string }) => tooltipOf(name, byName.get(name)),
    },
    series: [
      {
        type: 'map',
        map: map.mapName,
        roam: false,
        selectedMode: false,
        top: 8,
        bottom: 8,
        label: { show: false },
        itemStyle: { areaColor: palette.empty, borderColor: palette.line, borderWidth: 0.7 },
        emphasis: { label: { show: true, color: palette.ink }, itemStyle: { areaColor: null } },
        data: map.shapes.map(({ name, code }) => ({
          name,
          itemStyle: {
            ...fillOf(byCode.get(code)),
            ...(picked.has(code) ? { borderColor: palette.picked, borderWidth: 2.4 } : {}),
          },
        })),
      },
    ],
  };
}
