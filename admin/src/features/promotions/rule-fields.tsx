import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { bpOf } from './percent';
import { isOff } from './field-values';
import type { RowField, RuleField } from './model';
import { useKinds } from './queries';
import { RuleInput } from './rule-input';
import { exampleOf, innerFieldsOf, isAsked, type RuleAround, type TypedRule } from './rule-values';

type Path = readonly (string | number)[];

const MOST_ROWS = 20;

const testIdOf = (path: Path) => `rule-${path.slice(1).join('-')}`;

/** What a person can see at once; the server looks at the rest. */
function rulesOf(field: RowField) {
  const required = { required: !field.isOptional, message: '请填写这一项' };
  if (field.type === 'flag') return [];
  if (field.type !== 'bp') return [required];
  const validator = async (_: unknown, typed: string | undefined) => {
    if (typed && bpOf(typed, { isOff: isOff(field) }) === null)
      throw new Error(isOff(field) ? '写成 9折 或 10%' : '写成 10%');
  };
  return [required, { validator }];
}

interface RuleFieldsProps {
  fields: readonly RuleField[];
  /** Where the rule stands in the form. */
  at: Path;
}

/** The fields of a rule, as its kind asks for them. */
export function RuleFields({ fields, at }: RuleFieldsProps) {
  const form = Form.useFormInstance();
  const kinds = useKinds().data;
  const typed = (Form.useWatch([...at], form) as TypedRule | undefined) ?? {};
  const around: RuleAround = { fields, typed };
  const kindOf = (name: string) => kinds?.get(name);
  /** Another kind begins with its own example. */
  const onKind = (name: unknown) => {
    const inner = fields.find(({ type }) => type === 'rule');
    const kind = typeof name === 'string' ? kinds?.get(name) : undefined;
    if (inner && kind)
      form.setFieldValue([...at, inner.name], exampleOf(kind, String(form.getFieldValue('endsAt')), kindOf));
  };
  return (
    <div className="rule-fields">
      {fields
        .filter((field) => isAsked(field, typed, around))
        .map((field) => {
          const path = [...at, field.name];
          if (field.type === 'rows')
            return <RuleRows key={field.name} field={field} at={path} around={around} />;
          if (field.type === 'rule')
            return (
              <div key={field.name} className="rule-wide rule-inner">
                <h3>{field.title}</h3>
                <RuleFields fields={innerFieldsOf(fields, typed, kindOf)} at={path} />
              </div>
            );
          return (
            <Form.Item key={field.name} name={path} label={field.title} rules={rulesOf(field)}>
              <RuleInput
                field={field}
                testId={testIdOf(path)}
                {...(field.type === 'kind' ? { onPicked: onKind } : {})}
              />
            </Form.Item>
          );
        })}
    </div>
  );
}

function RuleRows({ field, at, around }: { field: RuleField; at: Path; around: RuleAround }) {
  const typedRows = (around.typed[field.name] as readonly TypedRule[] | undefined) ?? [];
  const isShown = (row: RowField) =>
    typedRows.length === 0
      ? isAsked(row, {}, around)
      : typedRows.some((typed) => isAsked(row, typed ?? {}, around));
  const columns = field.rows.filter(isShown);
  return (
    <div className="rule-wide">
      <h3>{field.title}</h3>
      <Form.List name={[...at]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            <div className="rule-rows" role="table" aria-label={field.title}>
              <div className="rule-row rule-row-head" role="row">
                {columns.map(({ name, title, isOptional }) => (
                  <span key={name} role="columnheader">
                    {title}
                    {isOptional && !/^from/.test(name) && <span className="tp-faint">（可不填）</span>}
                  </span>
                ))}
                <span role="columnheader" className="rule-row-end">
                  <span className="tp-hidden">操作</span>
                </span>
              </div>
              {rows.map(({ key, name }) => (
                <div key={key} className="rule-row" role="row">
                  {columns.map((row) => (
                    <div key={row.name} role="cell">
                      {isAsked(row, typedRows[name] ?? {}, around) && (
                        <Form.Item name={[name, row.name]} rules={rulesOf(row)}>
                          <RuleInput
                            field={row}
                            label={`${row.title}，第 ${name + 1} 行`}
                            testId={testIdOf([...at, name, row.name])}
                          />
                        </Form.Item>
                      )}
                    </div>
                  ))}
                  <div role="cell" className="rule-row-end">
                    <Button
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={`删除第 ${name + 1} 行`}
                      disabled={rows.length === 1}
                      onClick={() => remove(name)}
                    />
                  </div>
                </div>
              ))}
            </div>
            <Form.ErrorList errors={errors} />
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              disabled={rows.length >= MOST_ROWS}
              onClick={() => add({})}
              data-testid={`${testIdOf(at)}-add`}
            >
              加一行
            </Button>
          </>
        )}
      </Form.List>
    </div>
  );
}
