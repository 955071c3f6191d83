import Taro from '@tarojs/taro';

/** Whether barcodes can be scanned here. */
export const canScan = true;

/** The text of a barcode before the camera; `undefined` when somebody turned back without one. */
export async function scanBarcode(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['barCode'] });
    return result.trim() || undefined;
  } catch {
    return undefined;
  }
}
