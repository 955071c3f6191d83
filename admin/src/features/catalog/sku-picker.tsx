import { api, type Answer } from '../../api';
import { FoundMany, FoundOne, type FieldProps, type Finder } from '../../ui/found-select';

const FOUND_LIMIT = 20;

const optionOf = ({ skuId, name, spec, brand, barcode }: Answer<'catalog', 'get'>) => ({
  value: skuId,
  label: `${name} ${spec}`,
  title: `${brand} · ${barcode}`,
});

const skuFinder: Finder = {
  key: ['catalog', 'skus'],
  find: async (q) => (await api.catalog.search({ q, limit: FOUND_LIMIT, range: 'all' })).items.map(optionOf),
  name: async (skuId) => optionOf(await api.catalog.get({ skuId })),
};
const placeholder = '按名称、拼音首字母或条码查找';

/** Finds a SKU by name, pinyin, initials or barcode. */
export const SkuPicker = (field: FieldProps<string | undefined>) => (
  <FoundOne placeholder={placeholder} testId="sku-picker" {...field} finder={skuFinder} />
);

/** Finds any number of SKUs. */
export const SkusPicker = (field: FieldProps<string[]>) => (
  <FoundMany placeholder={placeholder} testId="skus-picker" {...field} finder={skuFinder} />
);
