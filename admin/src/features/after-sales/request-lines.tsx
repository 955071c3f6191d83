import { Table, Tag } from 'antd';
import { countText } from '../../ui/format';
import { Yuan } from '../../ui/yuan';
import { outcomeKinds, outcomeNames, type AfterSales, type RequestLine } from './model';

const outcomeText = (line: RequestLine) =>
  outcomeKinds
    .filter((kind) => line[kind] > 0)
    .map((kind) => `${outcomeNames[kind]} ${countText(line[kind])}`)
    .join('，');

/** What was asked for, lot by lot, what was agreed to and what became of it. */
export const RequestLines = ({ request }: { request: AfterSales }) => (
  <Table<RequestLine>
    size="small"
    rowKey={({ lineNo }) => String(lineNo)}
    dataSource={[...request.lines]}
    pagination={false}
    scroll={{ x: 820 }}
    columns={[
      { title: '行', width: 48, dataIndex: 'lineNo' },
      {
        title: '商品',
        render: (_, { skuName, isGift }) => (
          <>
            {skuName || '未识别'} {isGift && <Tag color="volcano">赠品</Tag>}
          </>
        ),
      },
      { title: '批号', width: 130, dataIndex: 'lotNo' },
      { title: '到期', width: 104, dataIndex: 'expiresOn' },
      {
        title: '申请',
        width: 80,
        align: 'right',
        render: (_, { quantity, baseUnit }) => `${countText(quantity)}${baseUnit}`,
      },
      {
        title: '实付',
        width: 100,
        align: 'right',
        render: (_, { worthFen }) => <Yuan fen={worthFen} />,
      },
      {
        title: '同意',
        width: 80,
        align: 'right',
        render: (_, { approved, baseUnit }) =>
          request.decidedAt === null ? (
            <span className="tp-faint">—</span>
          ) : (
            `${countText(approved)}${baseUnit}`
          ),
      },
      {
        title: '验收',
        width: 200,
        render: (_, line) => outcomeText(line) || <span className="tp-faint">—</span>,
      },
    ]}
  />
);
