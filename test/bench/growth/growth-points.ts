import type { CompanyShape } from '../company-shape';

/** One size of one thing that grows; everything else stays small. */
export interface GrowthPoint {
  readonly name: string;
  readonly dimension: 'orders' | 'skus' | 'distributors';
  readonly size: number;
  readonly shape: CompanyShape;
  readonly orders: number;
}

const buyers = 2_000;

/** Every distributor carries ten SKUs; its buyers are a share of the two thousand. */
const withSellers = (sellers: number): CompanyShape => ({
  sellers,
  buyers,
  skus: 100,
  skusPerSeller: 10,
  lotsPerSku: 2,
  promotions: 0,
});
/** Ten distributors carry everything. */
const withSkus = (skus: number): CompanyShape => ({
  sellers: 10,
  buyers,
  skus,
  skusPerSeller: skus,
  lotsPerSku: 2,
  promotions: 0,
});

/** The smallest point first, in each dimension. */
export function growthPoints(isQuick: boolean): readonly GrowthPoint[] {
  const orders = isQuick ? [1_000, 100_000] : [1_000, 100_000, 1_000_000];
  const large = isQuick ? 1_000 : 10_000;
  return [
    ...orders.map((size): GrowthPoint => ({
      name: `orders_${size}`,
      dimension: 'orders',
      size,
      shape: withSellers(100),
      orders: size,
    })),
    ...[100, large].map((size): GrowthPoint => ({
      name: `skus_${size}`,
      dimension: 'skus',
      size,
      shape: withSkus(size),
      orders: 1_000,
    })),
    ...[100, large].map((size): GrowthPoint => ({
      name: `distributors_${size}`,
      dimension: 'distributors',
      size,
      shape: withSellers(size),
      orders: 1_000,
    })),
  ];
}
