/** WeChat prints no pages; the shop in a browser does. */
export const canPrint = false;
export const printPage = () => undefined;
export const fullAddress = (address: string) => address;
