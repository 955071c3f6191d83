import type { CsvColumn } from '../../../ui/csv';
import { countText, unitPriceText } from '../../../ui/format';
import type { ListColumns } from '../../../ui/list-column';
import { UnitPrice } from '../../../ui/yuan';
import { type PriceLine, yuanOfE4 } from './model';

const breakText = ({ breaks }: PriceLine) =>
  breaks
    .map(({ fromQuantity, unitPriceE4, offBp }) => {
      const price = unitPriceE4 === null ? `减 ${(offBp ?? 0) / 100}%` : unitPriceText(unitPriceE4);
      return `满 ${countText(fromQuantity)} ${price}`;
    })
    .join('；');

const wholeText = ({ unitPrices }: PriceLine) =>
  unitPrices.map(({ unit, priceE4 }) => `${unit} ${unitPriceText(priceE4)}`).join('；');

/** The columns of the prices in a list; what may be done belongs to the screen. */
export const priceLineColumns: ListColumns<PriceLine> = [
  {
    key: 'goods',
    title: '商品',
    stays: true,
    render: (_, { skuId, skuName }) => (
      <>
        {skuName || skuId}
        <div className="tp-muted tp-small">{skuId}</div>
      </>
    ),
  },
  {
    key: 'price',
    title: '单价（最小单位）',
    width: 140,
    align: 'right',
    render: (_, { unitPriceE4 }) => <UnitPrice unitPriceE4={unitPriceE4} />,
  },
  {
    key: 'floor',
    title: '底价',
    width: 110,
    align: 'right',
    render: (_, { floorPriceE4 }) =>
      floorPriceE4 === null ? <span className="tp-muted">—</span> : <UnitPrice unitPriceE4={floorPriceE4} />,
  },
  {
    key: 'whole',
    title: '整件价',
    width: 160,
    render: (_, line) => <span className="tp-figure">{wholeText(line) || '按单价'}</span>,
  },
  {
    key: 'breaks',
    title: '阶梯价',
    width: 240,
    render: (_, line) =>
      line.breaks.length === 0 ? (
        <span className="tp-muted">—</span>
      ) : (
        <>
          {breakText(line)}
          <div className="tp-muted tp-small">{line.breakMode === 'allUnits' ? '达档全量' : '超额分段'}</div>
        </>
      ),
  },
];

/** The same list as a spreadsheet has it. */
export const priceLineCsv: readonly CsvColumn<PriceLine>[] = [
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '商品', cell: ({ skuName }) => skuName },
  { title: '单价（元/最小单位）', cell: ({ unitPriceE4 }) => yuanOfE4(unitPriceE4) },
  {
    title: '底价（元/最小单位）',
    cell: ({ floorPriceE4 }) => (floorPriceE4 === null ? null : yuanOfE4(floorPriceE4)),
  },
  { title: '整件价', cell: wholeText },
  { title: '阶梯价', cell: breakText },
];
