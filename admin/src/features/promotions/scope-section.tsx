import { Form, Select } from 'antd';
import { usePickers } from './pickers';

/** Which goods count; what any filled field names is in, except what is excluded. */
export function ScopeSection({ namesItsGoods }: { namesItsGoods: boolean }) {
  const { Skus, Categories, Brands } = usePickers();
  if (namesItsGoods) return <p className="tp-muted">这个类型在“优惠内容”里指定商品，不需要另选范围。</p>;
  return (
    <div className="section-grid">
      <Form.Item name={['scope', 'skuIds']} label="商品" className="section-wide">
        <Skus placeholder="不限；按名称、拼音首字母或条码查找" testId="scope-skus" />
      </Form.Item>
      <Form.Item name={['scope', 'categories']} label="品类">
        <Categories placeholder="不限" testId="scope-categories" />
      </Form.Item>
      <Form.Item name={['scope', 'brands']} label="品牌">
        <Brands placeholder="不限" />
      </Form.Item>
      <Form.Item name={['scope', 'productLines']} label="产品线">
        <Select mode="tags" placeholder="不限；输入产品线名称后回车" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name={['scope', 'excludedSkuIds']} label="排除商品">
        <Skus placeholder="没有" />
      </Form.Item>
    </div>
  );
}
