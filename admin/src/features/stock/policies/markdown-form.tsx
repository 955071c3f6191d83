import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, InputNumber, Popconfirm } from 'antd';
import { useState } from 'react';
import { ProblemView } from '../../../ui/problem-view';
import { useIntent } from '../../../ui/use-intent';
import { useLeaveQuestion } from '../../../ui/use-leave-question';
import { type MarkdownBand, useSetMarkdowns } from './queries';
import { bpOfPercent, foldText, percentOfBp } from './words';

interface BandValues {
  readonly fromPercent?: number | null;
  readonly offPercent?: number | null;
}
interface MarkdownValues {
  readonly bands: readonly BandValues[];
}

const BAND_LIMIT = 20;
const valuesOf = (bands: readonly MarkdownBand[]): MarkdownValues => ({
  bands: [...bands]
    .sort((one, other) => other.fromBp - one.fromBp)
    .map(({ fromBp, markdownBp }) => ({
      fromPercent: percentOfBp(fromBp),
      offPercent: percentOfBp(markdownBp),
    })),
});
const bandsOf = ({ bands }: MarkdownValues): MarkdownBand[] =>
  bands.map(({ fromPercent, offPercent }) => ({
    fromBp: bpOfPercent(fromPercent ?? 0),
    markdownBp: bpOfPercent(offPercent ?? 0),
  }));
const percent = { min: 0, max: 100, precision: 2, suffix: '%', style: { width: 130 } } as const;

interface MarkdownFormProps {
  bands: readonly MarkdownBand[];
  mayChange: boolean;
}

/** What ageing goods cost less, by the life they have left. */
export function MarkdownForm({ bands, mayChange }: MarkdownFormProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<MarkdownValues>();
  const set = useSetMarkdowns();
  const intentOf = useIntent();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [isTouched, setTouched] = useState(false);
  useLeaveQuestion(isTouched && !pending);

  const save = async (wanted: MarkdownBand[], said: string) => {
    if (pending) return;
    setPending(true);
    setProblem(null);
    try {
      const { items } = await set({ commandId: intentOf(wanted), bands: wanted });
      form.setFieldsValue(valuesOf(items) as never);
      setTouched(false);
      message.success(said);
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  };

  return (
    <Form<MarkdownValues>
      form={form}
      initialValues={valuesOf(bands)}
      disabled={!mayChange || pending}
      onValuesChange={() => setTouched(true)}
      onFinish={(values) => void save(bandsOf(values), '临期折价已保存，新报价立即按它计算')}
      data-testid="markdowns"
    >
      <Form.List name="bands">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="policy-band">
                <span>剩余效期不少于</span>
                <Form.Item
                  name={[name, 'fromPercent']}
                  rules={[{ required: true, message: '请填写' }]}
                  noStyle
                >
                  <InputNumber
                    {...percent}
                    aria-label={`第 ${name + 1} 档剩余效期`}
                    data-testid={`band-from-${name}`}
                  />
                </Form.Item>
                <span>时，便宜</span>
                <Form.Item
                  name={[name, 'offPercent']}
                  rules={[{ required: true, message: '请填写' }]}
                  noStyle
                >
                  <InputNumber
                    {...percent}
                    aria-label={`第 ${name + 1} 档折价`}
                    data-testid={`band-off-${name}`}
                  />
                </Form.Item>
                <Fold at={name} />
                {mayChange && (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={`删除第 ${name + 1} 档`}
                    onClick={() => remove(name)}
                  />
                )}
              </div>
            ))}
            {mayChange && fields.length < BAND_LIMIT && (
              <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})} data-testid="band-add">
                加一档
              </Button>
            )}
          </>
        )}
      </Form.List>
      {problem !== null && <ProblemView error={problem} repeatable />}
      {mayChange && (
        <div className="policy-foot">
          <Button type="primary" htmlType="submit" loading={pending} data-testid="markdowns-save">
            保存折价
          </Button>
          <Popconfirm
            title="恢复行业惯例？"
            description="您自己设的各档会被清除。"
            okText="恢复"
            cancelText="取消"
            onConfirm={() => void save([], '已恢复行业惯例')}
          >
            <Button data-testid="markdowns-usual">恢复行业惯例</Button>
          </Popconfirm>
        </div>
      )}
    </Form>
  );
}

/** What a typed markdown means, as the trade says it. */
function Fold({ at }: { at: number }) {
  const off = Form.useWatch(['bands', at, 'offPercent']) as number | null | undefined;
  return (
    <span className="tp-muted tp-figure policy-fold">
      {typeof off === 'number' && foldText(bpOfPercent(off))}
    </span>
  );
}
