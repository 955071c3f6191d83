import type { ReactNode } from 'react';
import { BrandsPicker, CategoriesPicker, GroupsPicker } from '../features/catalog/shelf-pickers';
import { SkuPicker, SkusPicker } from '../features/catalog/sku-picker';
import { PartiesPicker, PartyPicker } from '../features/partners/party-picker';
import { PickersContext, type Pickers } from '../features/promotions/pickers';
import { RegionsPicker } from '../features/territory/regions-picker';

const pickers: Pickers = {
  Sku: SkuPicker,
  Skus: SkusPicker,
  Party: PartyPicker,
  Parties: PartiesPicker,
  Regions: RegionsPicker,
  Groups: GroupsPicker,
  Categories: CategoriesPicker,
  Brands: BrandsPicker,
};

/** Joins promotions with the goods, customers and regions they speak of. */
export const PromotionPickers = ({ children }: { children: ReactNode }) => (
  <PickersContext.Provider value={pickers}>{children}</PickersContext.Provider>
);
