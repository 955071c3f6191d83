import { Tag } from 'antd';
import type { CsvColumn } from '../../../ui/csv';
import type { ListColumn, ListColumns } from '../../../ui/list-column';
import { UnitPrice } from '../../../ui/yuan';
import type { PriceLadder } from './queries';

const E4_PER_YUAN = 10_000;

/** The stages of a ladder from the factory to the shelf. */
export const stageFields = [
  { field: 'factoryE4', title: '出厂价' },
  { field: 'firstWholesaleE4', title: '一批价' },
  { field: 'secondWholesaleE4', title: '二批价' },
  { field: 'storeE4', title: '终端价' },
  { field: 'retailE4', title: '建议零售价' },
] as const;

const price = (priceE4: number | null) =>
  priceE4 === null ? <span className="tp-muted">—</span> : <UnitPrice unitPriceE4={priceE4} />;

const stageColumns = stageFields.map(({ field, title }): ListColumn<PriceLadder> => ({
  key: field,
  title,
  width: 95,
  align: 'right',
  render: (_, ladder) => price(ladder[field]),
}));

/** The columns of the price ladders: what each stage is meant to pay, what is listed, and what is inverted. */
export const ladderColumns: ListColumns<PriceLadder> = [
  {
    key: 'goods',
    title: '商品',
    stays: true,
    render: (_, { skuName, skuId }) => (
      <>
        {skuName}
        <div className="tp-muted tp-small">{skuId}</div>
      </>
    ),
  },
  ...stageColumns,
  {
    key: 'listedFactory',
    title: '总部现价',
    width: 90,
    align: 'right',
    render: (_, { listedFactoryE4 }) => price(listedFactoryE4),
  },
  {
    key: 'listedStore',
    title: '终端最低现价',
    width: 115,
    align: 'right',
    render: (_, { listedStoreE4 }) => price(listedStoreE4),
  },
  {
    key: 'inverted',
    title: '倒挂',
    width: 260,
    render: (_, { inversions, listedInversions }) => {
      const texts = [
        ...inversions.map(({ text }) => text),
        ...listedInversions.map(({ text }) => `现价：${text}`),
      ];
      return texts.length === 0 ? (
        <span className="tp-muted">没有</span>
      ) : (
        texts.map((text) => (
          <div key={text}>
            <Tag color="red" style={{ whiteSpace: 'normal' }}>
              {text}
            </Tag>
          </div>
        ))
      );
    },
  },
];

const yuan = (priceE4: number | null) => (priceE4 === null ? null : priceE4 / E4_PER_YUAN);

/** The same list as a spreadsheet has it. */
export const ladderCsv: readonly CsvColumn<PriceLadder>[] = [
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '商品', cell: ({ skuName }) => skuName },
  ...stageFields.map(({ field, title }): CsvColumn<PriceLadder> => ({
    title: `${title}（元/最小单位）`,
    cell: (ladder) => yuan(ladder[field]),
  })),
  { title: '总部现价（元/最小单位）', cell: ({ listedFactoryE4 }) => yuan(listedFactoryE4) },
  { title: '终端最低现价（元/最小单位）', cell: ({ listedStoreE4 }) => yuan(listedStoreE4) },
  {
    title: '倒挂',
    cell: ({ inversions, listedInversions }) =>
      [...inversions, ...listedInversions].map(({ text }) => text).join('；'),
  },
];
