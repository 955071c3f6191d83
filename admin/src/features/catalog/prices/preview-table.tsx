import { Table, Tag, type TableProps } from 'antd';
import { UnitPrice } from '../../../ui/yuan';
import type { PreviewedPrice } from './model';

const severityColors = { block: 'red', warning: 'orange', notice: 'default' } as const;
const ROWS_PER_PAGE = 50;

const price = (priceE4: number | null) =>
  priceE4 === null ? <span className="tp-muted">—</span> : <UnitPrice unitPriceE4={priceE4} />;

function Moved({ beforeE4, afterE4 }: Pick<PreviewedPrice, 'beforeE4' | 'afterE4'>) {
  if (beforeE4 === null || afterE4 === null || beforeE4 === 0 || beforeE4 === afterE4)
    return <span className="tp-muted">—</span>;
  const percent = ((afterE4 - beforeE4) / beforeE4) * 100;
  return (
    <span className={`tp-figure ${percent > 0 ? 'tp-danger' : 'tp-success'}`}>
      {percent > 0 ? '+' : ''}
      {percent.toFixed(1)}%
    </span>
  );
}

const columns: TableProps<PreviewedPrice>['columns'] = [
  {
    title: '商品',
    render: (_, { code, skuName, skuId }) => (
      <>
        {skuName || code}
        {skuName && <div className="tp-muted tp-small">{skuId}</div>}
      </>
    ),
  },
  { title: '原价', width: 100, align: 'right', render: (_, { beforeE4 }) => price(beforeE4) },
  { title: '新价', width: 100, align: 'right', render: (_, { afterE4 }) => <b>{price(afterE4)}</b> },
  { title: '变动', width: 80, align: 'right', render: (_, one) => <Moved {...one} /> },
  { title: '底价', width: 100, align: 'right', render: (_, { floorPriceE4 }) => price(floorPriceE4) },
  {
    title: '提示',
    width: 220,
    render: (_, { findings }) =>
      findings.map(({ finding, severity, text }) => (
        <Tag key={finding} color={severityColors[severity]}>
          {text}
        </Tag>
      )),
  },
];

/** What each price was and would be, with what to know of it; those that need a look come first. */
export const PreviewTable = ({ items }: { items: readonly PreviewedPrice[] }) => (
  <Table<PreviewedPrice>
    size="small"
    rowKey={(one) => items.indexOf(one)}
    columns={columns}
    dataSource={[...items].sort((one, other) => weight(other) - weight(one))}
    pagination={items.length > ROWS_PER_PAGE ? { pageSize: ROWS_PER_PAGE, showSizeChanger: false } : false}
    scroll={{ x: 760, y: 320 }}
    data-testid="change-preview"
  />
);

const weights = { block: 2, warning: 1, notice: 0 } as const;
const weight = ({ findings }: PreviewedPrice) =>
  Math.max(0, ...findings.map(({ severity }) => weights[severity]));
