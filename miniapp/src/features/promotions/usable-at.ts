/** What of a wallet can be used at a supplier. */
export const usableAt = <One extends { readonly state: string; readonly supplierId: string }>(
  coupons: readonly One[],
  supplierId: string | undefined,
) => coupons.filter((coupon) => coupon.state === 'open' && coupon.supplierId === supplierId);
