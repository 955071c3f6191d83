import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { Explained } from './form-item';
import { bpOf, percentText } from './percent';
import { PercentInput } from './percent-input';
import { usePickers } from './pickers';
import { sharesBp, type PromotionValues } from './promotion-values';
import { shortageWords } from './words';

const WHOLE_BP = 10_000;
const MOST_PAYERS = 5;

export interface PayerOption {
  readonly value: string;
  readonly label: string;
}

const shortages = Object.entries(shortageWords).map(([value, { text }]) => ({ value, label: text }));

/** What it may cost, who bears that, and what becomes of gifts that are out of stock. */
export function MoneySection({ payerOptions }: { payerOptions: readonly PayerOption[] }) {
  const payers = (Form.useWatch('payers') as PromotionValues['payers'] | undefined) ?? [];
  const shortage = Form.useWatch('giftShortage') as PromotionValues['giftShortage'] | undefined;
  const { Skus } = usePickers();
  const bornBp = sharesBp(payers.filter(Boolean));
  return (
    <div className="section-grid">
      <Explained
        name="budgetYuan"
        label="预算（元）"
        hint="用到 80% 变黄；用完后新订单不再享受。不填则不限。"
      >
        <InputNumber
          min={0}
          max={100_000_000_000}
          precision={2}
          prefix="¥"
          placeholder="不限"
          style={{ width: '100%' }}
          data-testid="promotion-budget"
        />
      </Explained>
      <Explained name="giftShortage" label="赠品缺货时" hint={shortage && shortageWords[shortage].hint}>
        <Select options={shortages} data-testid="promotion-gift-shortage" />
      </Explained>
      {shortage === 'substitute' && (
        <Explained
          name="giftSubstitutes"
          label="换赠商品（按顺序）"
          rules={[{ required: true, type: 'array', min: 1, message: '选至少一个换赠商品' }]}
        >
          <Skus placeholder="排在前面的先换赠" testId="gift-substitutes" />
        </Explained>
      )}
      {shortage === 'pay' && (
        <Explained name="giftPayYuan" label="每件折现（元，最小单位）" hint="不填则按赠品的目录价。">
          <InputNumber min={0.0001} precision={4} prefix="¥" placeholder="目录价" style={{ width: '100%' }} />
        </Explained>
      )}
      <div className="section-wide">
        <h3>
          费用承担{' '}
          <span className={`tp-small ${bornBp === WHOLE_BP ? 'tp-muted' : 'tp-danger'}`}>
            合计 {percentText(bornBp)}，须为 100%
          </span>
        </h3>
        <Form.List
          name="payers"
          rules={[
            {
              validator: async (_, list: PromotionValues['payers']) => {
                if (sharesBp(list.filter(Boolean)) !== WHOLE_BP) throw new Error('费用承担合计必须是 100%');
              },
            },
          ]}
        >
          {(rows, { add, remove }, { errors }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="payer-row">
                  <Form.Item name={[name, 'partyId']} rules={[{ required: true, message: '请选择承担方' }]}>
                    <Select
                      options={payerOptions.map((option) => ({
                        ...option,
                        disabled: payers.some(
                          (payer, index) => index !== name && payer?.partyId === option.value,
                        ),
                      }))}
                      aria-label={`承担方 ${name + 1}`}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'share']}
                    rules={[
                      {
                        validator: async (_, share: string) => {
                          if (!bpOf(share ?? '')) throw new Error('写成 60%');
                        },
                      },
                    ]}
                  >
                    <PercentInput label={`承担比例 ${name + 1}`} />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={`删除承担方 ${name + 1}`}
                    disabled={rows.length === 1}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Form.ErrorList errors={errors} />
              {rows.length < Math.min(MOST_PAYERS, payerOptions.length) && (
                <Button
                  type="dashed"
                  icon={<PlusOutlined />}
                  onClick={() => add({ share: percentText(Math.max(0, WHOLE_BP - bornBp)) })}
                >
                  加一个承担方
                </Button>
              )}
            </>
          )}
        </Form.List>
      </div>
    </div>
  );
}
