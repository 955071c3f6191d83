import Taro from '@tarojs/taro';
import { hexOf } from './hex';
import { newId } from './new-id';

const secretBytes = 32;

/** What WeChat's own generator gives; null where it is older than 2.17.3 and has none. */
const randomBytes = () =>
  new Promise<Uint8Array | null>((resolve) => {
    try {
      Taro.getUserCryptoManager().getRandomValues({
        length: secretBytes,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: () => resolve(null),
      });
    } catch {
      resolve(null);
    }
  });

/** A secret nobody can guess: whoever has it is taken for who made it. An old WeChat does what it can. */
export async function newSecret(): Promise<string> {
  const bytes = await randomBytes();
  return bytes?.length === secretBytes ? hexOf(bytes) : newId() + newId();
}
