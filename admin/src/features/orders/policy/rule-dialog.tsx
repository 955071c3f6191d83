import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Radio, Select } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { ownerNames } from '../model';
import { ruleWords } from '../rule-words';
import { consequenceWords, type PolicyRule, type RoleName, roles } from './model';
import { type AcceptorForm, acceptorsFault, formOf, ruleOf, type RuleForm } from './rule-form';

const desks = (['seller', 'hq'] as const).map((value) => ({ value, label: ownerNames[value] }));
const MOST_HOURS = 720;
const MOST_YUAN = 100_000_000_000;
const MOST_ACCEPTORS = 12;

interface RuleDialogProps {
  /** As it stands in the draft; open while there is one. */
  rule: PolicyRule | null;
  roleName: RoleName;
  onClose: () => void;
  onDone: (rule: PolicyRule) => void;
}

/** Changes one rule of the draft; nothing of it reaches the server before the draft is published. */
export function RuleDialog({ rule, roleName, onClose, onDone }: RuleDialogProps) {
  return (
    <FormDialog<RuleForm>
      open={rule !== null}
      title={rule ? `修改规则 · ${ruleWords[rule.rule].name}` : ''}
      submitText="放入草稿"
      width={600}
      testId="rule-form"
      initialValues={rule ? formOf(rule) : undefined}
      onClose={onClose}
      onSubmit={async (form) => {
        if (rule) onDone(ruleOf(rule, form));
      }}
    >
      {rule && (
        <>
          <p className="tp-muted">{ruleWords[rule.rule].means}</p>
          <Form.Item name="consequence" label="发现时">
            <Radio.Group
              options={rule.mayBe.map((value) => ({
                value,
                label: <span data-testid={`consequence-${value}`}>{consequenceWords[value].text}</span>,
              }))}
            />
          </Form.Item>
          {rule.mayBe.length === 1 && <p className="tp-muted tp-small">这条规则的后果不能改变。</p>}
          <Form.Item noStyle dependencies={['consequence']}>
            {({ getFieldValue }) =>
              getFieldValue('consequence') === 'review' && (
                <HeldFields mayBeOverruled={rule.mayBeOverruled} roleName={roleName} />
              )
            }
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

/** Where a held order goes, for how long, and who may let it pass. */
function HeldFields({ mayBeOverruled, roleName }: { mayBeOverruled: boolean; roleName: RoleName }) {
  return (
    <>
      <div className="policy-held">
        <Form.Item name="owner" label="责任方">
          <Select options={desks} data-testid="rule-owner" />
        </Form.Item>
        <Form.Item
          name="withinHours"
          label="时限（小时）"
          rules={[{ required: true, message: '请填写时限' }]}
        >
          <InputNumber
            min={1}
            max={MOST_HOURS}
            precision={0}
            style={{ width: '100%' }}
            data-testid="rule-hours"
          />
        </Form.Item>
      </div>
      {mayBeOverruled ? (
        <Acceptors roleName={roleName} />
      ) : (
        <p className="tp-muted">无人可放行：付款、付清或信用岗的放行单才能解除。</p>
      )}
    </>
  );
}

const Acceptors = ({ roleName }: { roleName: RoleName }) => (
  <Form.List
    name="acceptedBy"
    rules={[
      {
        validator: async (_, acceptedBy: readonly AcceptorForm[] = []) => {
          const fault = acceptorsFault(acceptedBy);
          if (fault) throw new Error(fault);
        },
      },
    ]}
  >
    {(rows, { add, remove }, { errors }) => (
      <fieldset className="policy-acceptors">
        <legend>谁可以放行</legend>
        {rows.map(({ key, name }) => (
          <div key={key} className="policy-acceptor">
            <Form.Item name={[name, 'desk']}>
              <Select
                options={desks}
                aria-label={`第 ${name + 1} 行：哪一方`}
                data-testid={`accept-desk-${name}`}
              />
            </Form.Item>
            <Form.Item name={[name, 'role']}>
              <Select
                options={roles.map((value) => ({ value, label: roleName(value) }))}
                aria-label={`第 ${name + 1} 行：角色`}
                data-testid={`accept-role-${name}`}
              />
            </Form.Item>
            <Form.Item name={[name, 'upToYuan']}>
              <InputNumber
                min={0.01}
                max={MOST_YUAN}
                precision={2}
                prefix="¥"
                placeholder="不限金额"
                aria-label={`第 ${name + 1} 行：最高金额（元）`}
                style={{ width: '100%' }}
                data-testid={`accept-up-to-${name}`}
              />
            </Form.Item>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`删除第 ${name + 1} 行`}
              onClick={() => remove(name)}
            />
          </div>
        ))}
        <Form.ErrorList errors={errors} />
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          disabled={rows.length >= MOST_ACCEPTORS}
          onClick={() => add({ desk: 'hq', role: 'reviewer', upToYuan: null })}
          data-testid="accept-add"
        >
          加一行
        </Button>
        <p className="tp-muted tp-small tp-last">
          放行的人都要有审单角色；这里写别的角色，是还要兼有它。负责人拥有本方的所有角色。责任方是总部的订单，以及总部自己供货的订单，只有总部的人能放行。
        </p>
      </fieldset>
    )}
  </Form.List>
);
