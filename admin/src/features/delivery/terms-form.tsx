import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { ulid } from 'ulid';
import { ProblemView } from '../../ui/problem-view';
import type { DeliveryRule, DeliveryTerms } from './model';
import type { DeliveryPickers } from './pickers';
import { PreviewPanel } from './preview-panel';
import { usePutDelivery } from './queries';
import { formOf, newRule, type RuleForm, rulesOf } from './rule-form';
import { RuleRow } from './rule-row';

interface TermsFormValues {
  rules: RuleForm[];
  allowsPickup: boolean;
  note?: string;
}

interface TermsFormProps {
  readonly terms: DeliveryTerms | null;
  readonly newestVersion: number;
  readonly pickers: DeliveryPickers;
}

/** What is charged, as it may be changed and tried; saving makes the next version. */
export function TermsForm({ terms, newestVersion, pickers }: TermsFormProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<TermsFormValues>();
  const put = usePutDelivery();
  const [commandId, setCommandId] = useState(() => ulid());
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const drafted = (): { rules: DeliveryRule[]; allowsPickup: boolean } => {
    const { rules, allowsPickup } = form.getFieldsValue();
    return { rules: rules.flatMap((rule) => [...rulesOf(rule)]), allowsPickup };
  };
  const save = async ({ note = '' }: TermsFormValues) => {
    setPending(true);
    setError(null);
    try {
      await put({ commandId, expectedVersion: newestVersion, ...drafted(), note: note.trim() });
      setCommandId(ulid());
      message.success('新运费规则从下一笔订单起生效，已下的订单不变');
    } catch (problem) {
      setError(problem);
    } finally {
      setPending(false);
    }
  };
  return (
    <Form<TermsFormValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={pending}
      initialValues={{
        rules: (terms?.rules ?? []).map(formOf),
        allowsPickup: terms?.allowsPickup ?? false,
      }}
      onFinish={(values) => void save(values)}
      data-testid="delivery-terms"
    >
      <Form.List name="rules">
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 && <p className="tp-muted">没有规则：所有订单都不收运费。</p>}
            {rows.map(({ key, name }) => (
              <RuleRow
                key={key}
                at={name}
                Party={pickers.Party}
                Regions={pickers.Regions}
                onRemove={() => remove(name)}
              />
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              onClick={() => add(newRule)}
              data-testid="delivery-add-rule"
            >
              加规则
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="allowsPickup" label="允许自提（免运费）" valuePropName="checked">
        <Switch data-testid="delivery-pickup" />
      </Form.Item>
      <PreviewPanel drafted={drafted} pickers={pickers} />
      <Form.Item name="note" label="变更说明（选填）">
        <Input maxLength={200} />
      </Form.Item>
      {error !== null && <ProblemView error={error} repeatable />}
      <Button type="primary" htmlType="submit" loading={pending} data-testid="delivery-save">
        保存为第 {newestVersion + 1} 版
      </Button>
    </Form>
  );
}
