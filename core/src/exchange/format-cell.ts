/** What the export writes, so that the import reads the same again. */

const trimmed = (text: string) => text.replace(/\.?0+$/, '');

/** Fen as yuan: 123450 is `1234.50`. */
export const formatFen = (fen: number) => (fen / 100).toFixed(2);

/** A unit price as yuan with the places it needs: 35000 is `3.50`, 833 is `0.0833`. */
export const formatPriceE4 = (priceE4: number) => (priceE4 / 10_000).toFixed(priceE4 % 100 === 0 ? 2 : 4);

/** Basis points as a percentage: 1300 is `13%`. */
export const formatPercent = (basisPoints: number) => {
  const text = (basisPoints / 100).toFixed(2);
  return `${text.includes('.') ? trimmed(text) : text}%`;
};

/** Thousandths as a decimal: 550 g is `0.55` kg. */
export const formatThousandths = (thousandths: number) => {
  const text = (thousandths / 1_000).toFixed(3);
  return trimmed(text) || '0';
};
