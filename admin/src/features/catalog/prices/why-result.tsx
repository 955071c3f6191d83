import { Alert, Steps, Table, Tag, type TableProps } from 'antd';
import { EmptyHint } from '../../../ui/empty-hint';
import { yuanText } from '../../../ui/format';
import { Panel } from '../../../ui/panel';
import { UnitPrice, Yuan } from '../../../ui/yuan';
import { kindWords, type WhyPrice } from './model';

const answerColors = {
  chosen: 'green',
  outranked: 'blue',
  notFor: 'default',
  skuMissing: 'default',
} as const satisfies Record<WhyPrice['lists'][number]['answer'], string>;

const columns: TableProps<WhyPrice['lists'][number]>['columns'] = [
  { title: '次序', width: 60, align: 'right', render: (_, __, at) => at + 1 },
  { title: '价目表', dataIndex: 'name' },
  { title: '类型', width: 130, render: (_, { kind }) => kindWords[kind].text },
  {
    title: '单价',
    width: 110,
    align: 'right',
    render: (_, { unitPriceE4 }) =>
      unitPriceE4 === null ? <span className="tp-muted">—</span> : <UnitPrice unitPriceE4={unitPriceE4} />,
  },
  {
    title: '结果',
    width: 300,
    render: (_, { answer, text }) => <Tag color={answerColors[answer]}>{text}</Tag>,
  },
];

/** Why a customer pays what it pays: the steps to the amount, and what every list said when it was asked. */
export function WhyResult({ why, baseUnit }: { why: WhyPrice; baseUnit: string }) {
  const { unitPriceE4, amountFen, floorPriceE4, belowFloorFen, steps, lists, on } = why;
  return (
    <div data-testid="why-result">
      {unitPriceE4 === null || amountFen === null ? (
        <Panel title="没有价格">
          <EmptyHint
            title="这个客户当天没有这个商品的价格"
            hint="下面列出每张价目表为什么不适用；没有价格的商品客户不能订货。"
          />
        </Panel>
      ) : (
        <Panel
          title={`${on} 的价格`}
          extra={
            <span>
              合计 <Yuan fen={amountFen} strong /> · 折合每{baseUnit} <UnitPrice unitPriceE4={unitPriceE4} />
            </span>
          }
        >
          <Steps
            orientation="vertical"
            size="small"
            current={steps.length}
            items={steps.map(({ text }) => ({ title: text }))}
          />
          {floorPriceE4 !== null && (
            <Alert
              type={belowFloorFen > 0 ? 'warning' : 'success'}
              showIcon
              title={
                belowFloorFen > 0 ? `低于底价，差 ${yuanText(belowFloorFen)}，订单会要求审批` : '不低于底价'
              }
            />
          )}
        </Panel>
      )}
      <Panel title="依次问过的价目表" flush>
        <Table
          size="small"
          rowKey="priceListId"
          columns={columns}
          dataSource={[...lists]}
          pagination={false}
          scroll={{ x: 720 }}
          locale={{ emptyText: '没有任何价目表' }}
        />
      </Panel>
    </div>
  );
}
