/** Whether pages can be printed here. */
export const canPrint = true;

/** Opens the browser's print dialogue, which also writes a PDF. */
export const printPage = () => window.print();

/** The whole address of a page of the shop, for somebody with another device. */
export const fullAddress = (address: string) => `${window.location.origin}${address}`;
