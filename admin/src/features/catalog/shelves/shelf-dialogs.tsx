import { App, Form, Input, InputNumber, Select } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import type { PlacedCategory } from './category-tree';
import { type Brand, usePutBrand, usePutCategory } from './queries';

const written = (message: string) => [{ required: true, whitespace: true, message }];

const IdField = ({ name, isNew, testId }: { name: string; isNew: boolean; testId: string }) => (
  <Form.Item
    name={name}
    label="编号"
    extra={isNew ? '导入文件用编号指它，保存后不能修改' : undefined}
    rules={[
      ...written('请填写编号'),
      { pattern: /^[^\s|]+(?: [^\s|]+)*$/, message: '不能有竖线和多余的空格' },
    ]}
  >
    <Input maxLength={40} disabled={!isNew} data-testid={testId} />
  </Form.Item>
);
const PositionField = () => (
  <Form.Item name="position" label="排序（小的在前）" rules={[{ required: true, message: '请填写排序' }]}>
    <InputNumber min={0} max={100_000} precision={0} style={{ width: '100%' }} />
  </Form.Item>
);

interface CategoryValues {
  category: string;
  name: string;
  parentId?: string | undefined;
  position: number;
}

/** What is written: a category there is, or a new one and what it is to stand in. */
export type CategorySubject = PlacedCategory | { readonly below: string | null };

interface CategoryDialogProps {
  subject: CategorySubject | null;
  categories: readonly PlacedCategory[];
  onClose: () => void;
}

/** Adds a category, renames it or moves it under another. */
export function CategoryDialog({ subject, categories, onClose }: CategoryDialogProps) {
  const { message } = App.useApp();
  const put = usePutCategory();
  const one = subject !== null && 'category' in subject ? subject : undefined;
  const below = subject !== null && 'below' in subject ? subject.below : null;
  return (
    <FormDialog<CategoryValues>
      open={subject !== null}
      title={one ? `修改分类 · ${one.name}` : '新建分类'}
      submitText="保存分类"
      testId="category"
      onClose={onClose}
      initialValues={
        one ? { ...one, parentId: one.parentId ?? undefined } : { parentId: below ?? undefined, position: 0 }
      }
      onSubmit={async ({ category, name, parentId, position }, commandId) => {
        const expectedVersion = one?.version ?? 0;
        await put({ commandId, category, name, parentId: parentId ?? null, position, expectedVersion });
        message.success('分类已保存');
      }}
    >
      <Form.Item name="name" label="名称" rules={written('请填写名称')}>
        <Input maxLength={40} data-testid="category-name" />
      </Form.Item>
      <IdField name="category" isNew={!one} testId="category-id" />
      <Form.Item name="parentId" label="上级分类（最多三级）">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="没有上级"
          options={categories
            .filter(({ category }) => category !== one?.category)
            .map(({ category, fullName }) => ({ value: category, label: fullName }))}
          data-testid="category-parent"
        />
      </Form.Item>
      <PositionField />
    </FormDialog>
  );
}

interface BrandValues {
  brandId: string;
  name: string;
  position: number;
}

/** Adds a brand or renames it. */
export function BrandDialog({ subject, onClose }: { subject: Brand | 'new' | null; onClose: () => void }) {
  const { message } = App.useApp();
  const put = usePutBrand();
  const brand = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<BrandValues>
      open={subject !== null}
      title={brand ? `修改品牌 · ${brand.name}` : '新建品牌'}
      submitText="保存品牌"
      testId="brand"
      onClose={onClose}
      initialValues={brand ?? { position: 0 }}
      onSubmit={async ({ brandId, name, position }, commandId) => {
        await put({ commandId, brandId, name, position, expectedVersion: brand?.version ?? 0 });
        message.success('品牌已保存');
      }}
    >
      <Form.Item name="name" label="名称" rules={written('请填写名称')}>
        <Input maxLength={40} data-testid="brand-name" />
      </Form.Item>
      <IdField name="brandId" isNew={!brand} testId="brand-id" />
      <PositionField />
    </FormDialog>
  );
}
