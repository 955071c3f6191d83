/** Who and what there is in a benchmark's company; every system under test gets the same. */
export interface CompanyShape {
  readonly sellers: number;
  readonly buyers: number;
  readonly skus: number;
  /** How many SKUs each seller prices and stocks. */
  readonly skusPerSeller: number;
  /** Of each SKU of each seller, 1 to 3. */
  readonly lotsPerSku: number;
  /** Live ones of each seller. */
  readonly promotions: number;
}

export const usualCompany: CompanyShape = {
  sellers: 4,
  buyers: 500,
  skus: 200,
  skusPerSeller: 200,
  lotsPerSku: 3,
  promotions: 0,
};

export const sellerIdOf = (sellerNo: number) => `D${String(sellerNo + 1).padStart(5, '0')}`;
export const buyerIdOf = (buyerNo: number) => `S${String(buyerNo + 1).padStart(5, '0')}`;
export const skuIdOf = (skuNo: number) => `SKU-${String(skuNo + 1).padStart(5, '0')}`;

/** Buyers are dealt to the sellers in turn. */
export const sellerNoOf = (buyerNo: number, { sellers }: CompanyShape) => buyerNo % sellers;

/** A seller carries the SKUs from here on, round the end to the first. */
export const firstSkuNoOf = (sellerNo: number, { skus, skusPerSeller }: CompanyShape) =>
  skusPerSeller >= skus ? 0 : (sellerNo * skusPerSeller) % skus;

/** ¥20 to ¥24.95 a unit, in 1/10,000 yuan. */
export const priceE4Of = (skuNo: number) => 200_000 + (skuNo % 100) * 500;

/** Cities, so that the region of an order is really asked for. */
const cities = [
  { grant: '3301', district: '330106' },
  { grant: '3302', district: '330203' },
  { grant: '3303', district: '330302' },
  { grant: '3306', district: '330602' },
] as const;

export const cityOf = (sellerNo: number) =>
  cities[sellerNo % cities.length] as { readonly grant: string; readonly district: string };
