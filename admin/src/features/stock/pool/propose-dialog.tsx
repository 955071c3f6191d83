import { App, Form, InputNumber, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { DaySpanFields } from '../../../ui/day-span-fields';
import '../stock.css';
import { optionsOf } from '../words';
import { periods } from './agreement-columns';
import { type Agreement, usePropose } from './queries';

type Side = 'lender' | 'borrower';

interface ProposeForm {
  lenderId?: string;
  borrowerId?: string;
  /** Which side a distributor takes that proposes to another, and whom it proposes to. */
  side?: Side;
  otherId?: string;
  scope: 'all' | 'sku';
  skuId?: string;
  quotaQuantity: number;
  period: Agreement['period'];
  sharePercent: number;
  startsOn: string;
  endsOn?: string;
}

interface ProposeDialogProps {
  open: boolean;
  onClose: () => void;
  /** The distributor that proposes for itself; none for HQ, which sets an agreement for both sides. */
  proposer?: { readonly partyId: string; readonly name: string } | undefined;
  /** Fields that pick a party or a SKU; those are other features'. */
  lenderField: ReactNode;
  borrowerField: ReactNode;
  otherField: ReactNode;
  skuField: ReactNode;
}

/** Who lends and who borrows. */
function partiesOf({ lenderId = '', borrowerId = '', side, otherId = '' }: ProposeForm, ownId?: string) {
  if (ownId === undefined) return { lenderId, borrowerId };
  return side === 'borrower'
    ? { lenderId: otherId, borrowerId: ownId }
    : { lenderId: ownId, borrowerId: otherId };
}

const BASIS_POINTS_PER_PERCENT = 100;

/** Sets up who may borrow whose stock, how much, and at which price. */
export function ProposeDialog({ open, onClose, proposer, skuField, ...fields }: ProposeDialogProps) {
  const { message } = App.useApp();
  const propose = usePropose();
  return (
    <FormDialog<ProposeForm>
      open={open}
      title={proposer ? '提出共享协议' : '新建共享协议'}
      submitText={proposer ? '提交给对方确认' : '立即生效'}
      width={620}
      testId="agreement-propose"
      onClose={onClose}
      initialValues={{ side: 'borrower', scope: 'all', period: 'month', sharePercent: 100 }}
      onSubmit={async (values, commandId) => {
        const { scope, skuId, sharePercent, endsOn, quotaQuantity, period, startsOn } = values;
        await propose({
          commandId,
          ...partiesOf(values, proposer?.partyId),
          quotaQuantity,
          period,
          startsOn,
          scope,
          scopeId: scope === 'sku' && skuId ? skuId : '*',
          price: { kind: 'purchaseShare', shareBp: Math.round(sharePercent * BASIS_POINTS_PER_PERCENT) },
          endsOn: endsOn ?? null,
        });
        message.success(proposer ? '已提出，对方接受后生效' : '共享协议已生效');
      }}
    >
      <p className="tp-muted">
        借入方缺货时可以在额度内向借出方借货，货到后按结算价记账。
        {proposer ? '对方接受后生效，总部看得到。' : '总部设立的协议立即生效。'}
      </p>
      {proposer ? <OwnSide {...fields} proposer={proposer} /> : <BothSides {...fields} />}
      <Form.Item name="scope" label="范围">
        <Segmented
          options={[
            { value: 'all', label: '全部商品' },
            { value: 'sku', label: '一个商品' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['scope']}>
        {({ getFieldValue }) =>
          getFieldValue('scope') === 'sku' && (
            <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
              {skuField}
            </Form.Item>
          )
        }
      </Form.Item>
      <div className="form-grid">
        <Form.Item
          name="quotaQuantity"
          label="额度（最小单位）"
          rules={[{ required: true, message: '请填写额度' }]}
        >
          <InputNumber
            min={1}
            max={1_000_000_000}
            precision={0}
            style={{ width: '100%' }}
            data-testid="agreement-quota"
          />
        </Form.Item>
        <Form.Item name="period" label="额度周期">
          <Select options={optionsOf(periods)} />
        </Form.Item>
        <Form.Item
          name="sharePercent"
          label="结算价（进货价的 %）"
          rules={[{ required: true, message: '请填写比例' }]}
        >
          <InputNumber
            min={0.01}
            max={200}
            precision={2}
            style={{ width: '100%' }}
            data-testid="agreement-share"
          />
        </Form.Item>
      </div>
      <div className="stock-pair">
        <DaySpanFields startLabel="开始日期" endLabel="结束日期（选填，当天不再有效）" />
      </div>
    </FormDialog>
  );
}

type SideFields = Pick<ProposeDialogProps, 'lenderField' | 'borrowerField' | 'otherField'>;

/** HQ names who lends and who borrows. */
function BothSides({ lenderField, borrowerField }: SideFields) {
  return (
    <div className="stock-pair">
      <Form.Item name="lenderId" label="借出方" rules={[{ required: true, message: '请选择借出方' }]}>
        {lenderField}
      </Form.Item>
      <Form.Item
        name="borrowerId"
        label="借入方"
        dependencies={['lenderId']}
        rules={[
          { required: true, message: '请选择借入方' },
          ({ getFieldValue }) => ({
            validator: async (_, borrowerId?: string) => {
              if (borrowerId && borrowerId === getFieldValue('lenderId'))
                throw new Error('借入方不能与借出方相同');
            },
          }),
        ]}
      >
        {borrowerField}
      </Form.Item>
    </div>
  );
}

/** A distributor takes a side and names the other. */
function OwnSide({ proposer, otherField }: SideFields & { proposer: { readonly name: string } }) {
  const side = Form.useWatch('side') as Side | undefined;
  return (
    <>
      <Form.Item name="side" label={`${proposer.name}是`}>
        <Segmented
          options={[
            { value: 'borrower', label: '借入方（向对方借货）' },
            { value: 'lender', label: '借出方（把货借给对方）' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="otherId"
        label={side === 'lender' ? '借入方' : '借出方'}
        rules={[{ required: true, message: '请按编码查找对方' }]}
      >
        {otherField}
      </Form.Item>
    </>
  );
}
