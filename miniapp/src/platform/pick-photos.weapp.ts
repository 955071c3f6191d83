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

/** Lets somebody take or choose up to so many photos; none when they change their mind. */
export async function pickPhotos(most: number): Promise<readonly PickedPhoto[]> {
  const chosen = await Taro.chooseMedia({
    count: most,
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: ['album', 'camera'],
  }).catch(() => null);
  return (chosen?.tempFiles ?? []).map(({ tempFilePath }) => ({
    preview: tempFilePath,
    base64: async () => readBase64(await smaller(tempFilePath)),
  }));
}
