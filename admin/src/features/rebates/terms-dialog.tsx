import { App, Form, InputNumber, Skeleton, Switch, Table, type TableProps } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemView } from '../../ui/problem-view';
import { When } from '../../ui/when';
import { type RebateTerms, usePutTerms, useTerms } from './queries';

interface TermsForm {
  sharePercent: number;
  countsSpecialPrices: boolean;
  validMonths: number;
}

const columns: TableProps<RebateTerms>['columns'] = [
  { title: '版本', dataIndex: 'version', width: 56 },
  { title: '抵扣上限', render: (_, { maxShareBp }) => `${maxShareBp / 100}%` },
  { title: '特价商品', render: (_, { countsSpecialPrices }) => (countsSpecialPrices ? '参与' : '不参与') },
  { title: '有效月数', dataIndex: 'validMonths' },
  { title: '修改人', dataIndex: 'changedBy' },
  { title: '时间', width: 140, render: (_, { changedAt }) => changedAt && <When at={changedAt} /> },
];

/** How rebates may be used, and how they might before. */
export function TermsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const terms = useTerms();
  const putTerms = usePutTerms();
  const now = terms.data?.now;
  return (
    <FormDialog<TermsForm>
      // A form takes its first values when it is opened: another version is another form.
      key={now?.version ?? 'loading'}
      open={isOpen}
      title="返利使用规则"
      submitText="保存规则"
      width={640}
      testId="rebate-terms"
      onClose={onClose}
      initialValues={
        now && {
          sharePercent: now.maxShareBp / 100,
          countsSpecialPrices: now.countsSpecialPrices,
          validMonths: now.validMonths,
        }
      }
      onSubmit={async ({ sharePercent, countsSpecialPrices, validMonths }, commandId) => {
        if (!now) throw new Error('the terms are not there yet');
        await putTerms({
          commandId,
          expectedVersion: now.version,
          maxShareBp: Math.round(sharePercent * 100),
          countsSpecialPrices,
          validMonths,
        });
        message.success('返利使用规则已更新，从下一笔订单和下一笔入账起生效');
      }}
    >
      {terms.isError ? (
        <ProblemView error={terms.error} onRetry={() => void terms.refetch()} />
      ) : terms.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      ) : (
        <>
          <Form.Item
            name="sharePercent"
            label="每单最多抵扣（占可抵商品金额的 %）"
            rules={[{ required: true, message: '请填写比例' }]}
          >
            <InputNumber
              min={0}
              max={100}
              precision={2}
              suffix="%"
              style={{ width: '100%' }}
              data-testid="rebate-share"
            />
          </Form.Item>
          <Form.Item name="countsSpecialPrices" label="特价商品可以用返利抵扣" valuePropName="checked">
            <Switch data-testid="rebate-special" />
          </Form.Item>
          <Form.Item
            name="validMonths"
            label="有效月数（入账当月之后的整月数，月底到期）"
            rules={[{ required: true, message: '请填写有效月数' }]}
          >
            <InputNumber
              min={0}
              max={60}
              precision={0}
              style={{ width: '100%' }}
              data-testid="rebate-months"
            />
          </Form.Item>
          {terms.data.versions.length > 0 && (
            <Table
              size="small"
              rowKey={({ version }) => version}
              columns={columns}
              dataSource={terms.data.versions}
              pagination={false}
              scroll={{ y: 180 }}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
