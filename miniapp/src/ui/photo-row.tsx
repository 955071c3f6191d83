import Taro from '@tarojs/taro';
import { Image, Text, View } from '@tarojs/components';
import { asButton } from './control';
import { pictureAddress } from './picture-address';
import './photo-row.scss';

export interface ShownPhoto {
  readonly reference: string;
  /** Null where somebody typed a reference before photos were uploaded. */
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
}

/** Photos that hang on something, to tap and look at; references of old stand there as they were typed. */
export function PhotoRow({ photos }: { photos: readonly ShownPhoto[] }) {
  const urls = photos.flatMap(({ url }) => (url ? [pictureAddress(url)] : []));
  return (
    <View className="photo-row">
      {photos.map(({ reference, url, thumbnailUrl }, index) =>
        url && thumbnailUrl ? (
          <View
            key={reference}
            className="photo-row__tile"
            {...asButton(
              () => void Taro.previewImage({ current: pictureAddress(url), urls }),
              `查看第 ${index + 1} 张照片`,
            )}
          >
            <Image
              className="photo-row__picture"
              src={pictureAddress(thumbnailUrl)}
              mode="aspectFill"
              lazyLoad
            />
          </View>
        ) : (
          <Text key={reference} className="photo-row__reference">
            {reference}
          </Text>
        ),
      )}
    </View>
  );
}
