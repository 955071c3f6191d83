import type { CsvColumn } from '../../ui/csv';
import type { ListColumns } from '../../ui/list-column';
import type { Goods } from './queries';

/** The columns of the range; what may be done belongs to the screen. */
export const goodsColumns: ListColumns<Goods> = [
  {
    key: 'picture',
    title: '图片',
    width: 72,
    render: (_, { imageUrl }) =>
      imageUrl === null ? (
        <span className="goods-thumbnail goods-thumbnail--none tp-muted tp-small">无</span>
      ) : (
        <img className="goods-thumbnail" src={imageUrl} width={40} height={40} alt="" loading="lazy" />
      ),
  },
  {
    key: 'goods',
    title: '商品',
    stays: true,
    render: (_, { name, spec, brand }) => (
      <>
        {name}
        <div className="tp-muted tp-small">{[brand, spec].filter(Boolean).join(' · ')}</div>
      </>
    ),
  },
  { key: 'category', title: '分类', width: 140, dataIndex: 'category' },
  { key: 'barcode', title: '条码', width: 160, dataIndex: 'barcode' },
  {
    key: 'pictures',
    title: '图片数',
    width: 90,
    render: (_, { imageUrls }) => imageUrls.length,
  },
];

/** The same list as a spreadsheet has it. */
export const goodsCsv: readonly CsvColumn<Goods>[] = [
  { title: '商品编号', cell: ({ skuId }) => skuId },
  { title: '商品', cell: ({ name }) => name },
  { title: '规格', cell: ({ spec }) => spec },
  { title: '品牌', cell: ({ brand }) => brand },
  { title: '分类', cell: ({ category }) => category },
  { title: '条码', cell: ({ barcode }) => barcode },
  { title: '最小单位', cell: ({ baseUnit }) => baseUnit },
  { title: '图片数', cell: ({ imageUrls }) => imageUrls.length },
];
