import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';

const mostUnits = 8;
const newUnit = { sellable: true, priceable: true, barcode: '', weightGrams: 0, volumeMl: 0 };
const whole = { min: 0, precision: 0, controls: false, style: { width: '100%' } } as const;

const headings = ['单位', '换算（最小单位数）', '条码', '毛重（克）', '体积（毫升）', '可订货', '可定价', ''];

/** The larger units goods are packed in: how many there are in one, its code, and what may be done with it. */
export const UnitRows = () => (
  <Form.List name="units">
    {(rows, { add, remove }) => (
      <>
        {rows.length > 0 && (
          <table className="sku-units">
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading === '' ? <span className="tp-hidden">操作</span> : heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, name }) => (
                <UnitRow key={key} at={name} onRemove={() => remove(name)} />
              ))}
            </tbody>
          </table>
        )}
        <Button
          type="dashed"
          size="small"
          icon={<PlusOutlined />}
          disabled={rows.length >= mostUnits}
          onClick={() => add(newUnit)}
          data-testid="sku-add-unit"
        >
          加包装单位
        </Button>
      </>
    )}
  </Form.List>
);

function UnitRow({ at, onRemove }: { at: number; onRemove: () => void }) {
  const nth = `第 ${at + 1} 个包装`;
  return (
    <tr>
      <td style={{ width: 90 }}>
        <Form.Item name={[at, 'unit']} rules={[{ required: true, whitespace: true, message: '填写单位' }]}>
          <Input aria-label={`${nth}的单位`} maxLength={8} data-testid={`sku-unit-${at}`} />
        </Form.Item>
      </td>
      <td style={{ width: 130 }}>
        <Form.Item name={[at, 'factor']} rules={[{ required: true, message: '填写换算' }]}>
          <InputNumber
            {...whole}
            min={2}
            max={1_000_000}
            aria-label={`${nth}的换算`}
            data-testid={`sku-factor-${at}`}
          />
        </Form.Item>
      </td>
      <td>
        <Form.Item name={[at, 'barcode']}>
          <Input aria-label={`${nth}的条码`} maxLength={32} data-testid={`sku-unit-barcode-${at}`} />
        </Form.Item>
      </td>
      <td style={{ width: 110 }}>
        <Form.Item name={[at, 'weightGrams']}>
          <InputNumber {...whole} max={100_000_000} aria-label={`${nth}的毛重`} />
        </Form.Item>
      </td>
      <td style={{ width: 120 }}>
        <Form.Item name={[at, 'volumeMl']}>
          <InputNumber {...whole} max={1_000_000_000} aria-label={`${nth}的体积`} />
        </Form.Item>
      </td>
      {(['sellable', 'priceable'] as const).map((field) => (
        <td key={field} style={{ width: 62 }}>
          <Form.Item name={[at, field]} valuePropName="checked">
            <Checkbox aria-label={`${nth}${field === 'sellable' ? '可订货' : '可定价'}`} />
          </Form.Item>
        </td>
      ))}
      <td style={{ width: 40 }}>
        <Button type="text" icon={<DeleteOutlined />} aria-label={`删除${nth}`} onClick={onRemove} />
      </td>
    </tr>
  );
}
