import Taro from '@tarojs/taro';
import type { PickedPhoto } from './picked-photo';

const quality = 80;

/** The file made smaller; where that fails, as it is. */
const smaller = (src: string) =>
  Taro.compressImage({ src, quality }).then(
    ({ tempFilePath }) => tempFilePath,
    () => src,
  );

const readBase64 = (filePath: string) =>
  new Promise<string>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

/** By its callbacks: Taro makes no promise of this one. None when somebody changes their mind. */
const choose = (count: number) =>
  new Promise<readonly { readonly tempFilePath: string }[]>((resolve) => {
    void Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
      success: ({ tempFiles }) => resolve(tempFiles),
      fail: () => resolve([]),
    });
  });

/** Lets somebody take or choose up to so many photos. */
export async function pickPhotos(most: number): Promise<readonly PickedPhoto[]> {
  return (await choose(most)).map(({ tempFilePath }) => ({
    preview: tempFilePath,
    base64: async () => readBase64(await smaller(tempFilePath)),
  }));
}
