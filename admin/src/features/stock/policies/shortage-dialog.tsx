import { App, Form, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { optionsOf } from '../words';
import { type ShortagePolicy, useSetShortagePolicy } from './queries';
import { EVERY, mayClose, shortageKinds, shortageRests } from './words';

interface ShortageValues {
  readonly buyerId?: string;
  readonly skuId?: string;
  readonly kind: ShortagePolicy['kind'];
  readonly rest: ShortagePolicy['rest'];
  readonly closeAfterDays?: number | null;
}

interface ShortageDialogProps {
  /** A policy to change, or a new one; closed while there is neither. */
  subject: ShortagePolicy | 'new' | null;
  onClose: () => void;
  buyerField: (disabled: boolean) => ReactNode;
  skuField: (disabled: boolean) => ReactNode;
}

const namedOnly = (id: string) => (id === EVERY ? undefined : id);
const begun: ShortageValues = { kind: 'shipAndBackOrder', rest: 'review' };
const valuesOf = ({ buyerId, skuId, ...terms }: ShortagePolicy): ShortageValues => ({
  ...terms,
  buyerId: namedOnly(buyerId),
  skuId: namedOnly(skuId),
});

/** Says what becomes of shortages of a customer, a SKU, both, or all. */
export function ShortageDialog({ subject, onClose, buyerField, skuField }: ShortageDialogProps) {
  const { message } = App.useApp();
  const set = useSetShortagePolicy();
  const policy = subject === null || subject === 'new' ? undefined : subject;
  const isKnown = policy !== undefined;
  return (
    <FormDialog<ShortageValues>
      open={subject !== null}
      title={isKnown ? '修改缺货处理' : '新建缺货处理'}
      submitText="保存"
      width={560}
      testId="shortage"
      onClose={onClose}
      initialValues={isKnown ? valuesOf(policy) : begun}
      onSubmit={async ({ buyerId, skuId, kind, rest, closeAfterDays }, commandId) => {
        await set({
          commandId,
          buyerId: buyerId ?? EVERY,
          skuId: skuId ?? EVERY,
          kind,
          rest,
          closeAfterDays: mayClose({ kind, rest }) ? (closeAfterDays ?? null) : null,
        });
        message.success('已保存，之后的订单缺货时按它处理');
      }}
    >
      <div className="stock-pair">
        <Form.Item name="buyerId" label="客户（空为所有客户）">
          {buyerField(isKnown)}
        </Form.Item>
        <Form.Item name="skuId" label="商品（空为所有商品）">
          {skuField(isKnown)}
        </Form.Item>
      </div>
      <Form.Item name="kind" label="缺货时">
        <Radio.Group
          options={optionsOf(shortageKinds)}
          style={{ display: 'flex', flexDirection: 'column', gap: 6 }}
          data-testid="shortage-kind"
        />
      </Form.Item>
      <RestFields />
    </FormDialog>
  );
}

function RestFields() {
  const kind = Form.useWatch('kind') as ShortagePolicy['kind'] | undefined;
  const rest = Form.useWatch('rest', { preserve: true }) as ShortagePolicy['rest'] | undefined;
  return (
    <>
      <Form.Item name="rest" label="替代品仍不够的" hidden={kind !== 'substitute'}>
        <Select options={optionsOf(shortageRests)} data-testid="shortage-rest" />
      </Form.Item>
      {kind && rest && mayClose({ kind, rest }) && (
        <Form.Item name="closeAfterDays" label="几天后自动关闭欠货" extra="留空则一直等到有人处理">
          <InputNumber
            min={1}
            max={365}
            precision={0}
            style={{ width: '100%' }}
            data-testid="shortage-days"
          />
        </Form.Item>
      )}
    </>
  );
}
