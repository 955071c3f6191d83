import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { countText, whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { When } from '../../ui/when';
import { UnitPrice } from '../../ui/yuan';
import { phaseWords, type Activity } from './model';
import { QuotaMeter } from './quota-meter';

/** The columns of the flash sales table; what may be done belongs to the screen. */
export const flashColumns: ListColumns<Activity> = [
  {
    key: 'phase',
    title: '状态',
    width: 88,
    render: (_, { phase }) => (
      <Tag color={phaseWords[phase].color} data-testid="flash-phase" data-phase={phase}>
        {phaseWords[phase].text}
      </Tag>
    ),
  },
  {
    key: 'activity',
    title: '活动',
    stays: true,
    render: (_, { title, skuName, spec }) => (
      <>
        <b>{title}</b>
        <div className="tp-muted tp-small">
          {skuName} {spec}
        </div>
      </>
    ),
  },
  {
    key: 'price',
    title: '秒杀价',
    width: 100,
    align: 'right',
    render: (_, { unitPriceE4, baseUnit }) => (
      <>
        <UnitPrice unitPriceE4={unitPriceE4} />
        <div className="tp-muted tp-small">每{baseUnit}</div>
      </>
    ),
  },
  {
    key: 'window',
    title: '时间',
    width: 150,
    render: (_, { startsAt, endsAt }) => (
      <>
        <When at={startsAt} />
        <div className="tp-muted">
          至 <When at={endsAt} />
        </div>
      </>
    ),
  },
  {
    key: 'perBuyer',
    title: '每客户',
    width: 80,
    align: 'right',
    render: (_, { perBuyer }) => <span className="tp-figure">{countText(perBuyer)}</span>,
  },
  {
    key: 'quota',
    title: '限量去向',
    width: 270,
    render: (_, activity) => <QuotaMeter activity={activity} />,
  },
  {
    key: 'attempts',
    title: '抢购次数',
    width: 88,
    align: 'right',
    render: (_, { attempts }) => <span className="tp-figure">{countText(attempts)}</span>,
  },
];

/** The same table as a spreadsheet has it. */
export const flashCsv: readonly CsvColumn<Activity>[] = [
  { title: '活动', cell: ({ title }) => title },
  { title: '供货方', cell: ({ sellerName }) => sellerName },
  { title: '商品', cell: ({ skuName, spec }) => `${skuName} ${spec}` },
  { title: '状态', cell: ({ phase }) => phaseWords[phase].text },
  { title: '秒杀价（元/最小单位）', cell: ({ unitPriceE4 }) => unitPriceE4 / 10_000 },
  { title: '开始', cell: ({ startsAt }) => whenText(startsAt) },
  { title: '结束', cell: ({ endsAt }) => whenText(endsAt) },
  { title: '限量', cell: ({ quota }) => quota },
  { title: '每客户', cell: ({ perBuyer }) => perBuyer },
  { title: '已售', cell: ({ sold }) => sold },
  { title: '占用', cell: ({ held }) => held },
  { title: '可抢', cell: ({ free }) => free },
  { title: '退回', cell: ({ released }) => released },
  { title: '抢购次数', cell: ({ attempts }) => attempts },
];
