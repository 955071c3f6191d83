import { Alert, Form, type FormInstance } from 'antd';
import { Panel } from '../../ui/panel';
import { AudienceSection } from './audience-section';
import { CapsSection } from './caps-section';
import { KindSection } from './kind-section';
import { MoneySection, type PayerOption } from './money-section';
import type { Kinds, PromotionValues } from './promotion-values';
import { RuleFields } from './rule-fields';
import { exampleOf } from './rule-values';
import { ScopeSection } from './scope-section';
import { StackingSection } from './stacking-section';
import { WindowSection } from './window-section';

interface PromotionFormProps {
  form: FormInstance<PromotionValues>;
  initial: PromotionValues;
  kinds: Kinds;
  payerOptions: readonly PayerOption[];
  ruleFaults: readonly string[];
  disabled: boolean;
}

/** A promotion of any kind: what its kind asks for is data, the rest is the same for all. */
export function PromotionForm(props: PromotionFormProps) {
  const { form, initial, kinds, payerOptions, ruleFaults, disabled } = props;
  const kind = kinds.get(String(Form.useWatch('kind', form) ?? initial.kind));
  const beginAnew = (name: string) => {
    const chosen = kinds.get(name);
    if (chosen)
      form.setFieldValue(
        'rule',
        exampleOf(chosen, String(form.getFieldValue('endsAt')), (inner) => kinds.get(inner)),
      );
  };
  return (
    <Form<PromotionValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      disabled={disabled}
      scrollToFirstError={{ block: 'center' }}
      className="promotion-form"
      data-testid="promotion-form"
    >
      <Panel title="名称与类型">
        <KindSection kinds={kinds} onKind={beginAnew} />
      </Panel>
      <Panel title="优惠内容">
        {ruleFaults.length > 0 && (
          <div className="page-problem">
            <Alert
              type="error"
              showIcon
              role="alert"
              data-testid="rule-faults"
              title="优惠内容还有问题"
              description={ruleFaults.map((text) => (
                <div key={text}>{text}</div>
              ))}
            />
          </div>
        )}
        <RuleFields key={kind?.kind} fields={kind?.fields ?? []} at={['rule']} />
      </Panel>
      <Panel title="时间">
        <WindowSection />
      </Panel>
      <Panel title="适用商品">
        <ScopeSection namesItsGoods={kind?.namesItsGoods === true} />
      </Panel>
      <Panel title="适用客户">
        <AudienceSection />
      </Panel>
      <Panel title="叠加与优先">
        <StackingSection />
      </Panel>
      <Panel title="限量">{kind && <CapsSection counts={kind.counts} />}</Panel>
      <Panel title="预算与费用">
        <MoneySection payerOptions={payerOptions} />
      </Panel>
    </Form>
  );
}
