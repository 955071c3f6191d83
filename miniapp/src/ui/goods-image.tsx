import { memo, useState } from 'react';
import { Image, View } from '@tarojs/components';
import { drawingOf, tintOf } from './goods-drawing';
import { pictureAddress } from './picture-address';
import './goods-image.scss';

export interface GoodsImageProps {
  /** As the catalogue names it; null when there is none. */
  imageUrl: string | null | undefined;
  name: string;
  /** Chooses what is drawn when there is no picture, or it does not load. */
  category: string;
  /** `row`: a small square beside words; `fill`: a square as wide as what it stands in; `page`: what a page is about. */
  size?: 'row' | 'fill' | 'page';
}

/** A picture of goods; a drawing of their category where there is none, while it loads, or when it fails. */
export const GoodsImage = memo(function GoodsImage({
  imageUrl,
  name,
  category,
  size = 'row',
}: GoodsImageProps) {
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  const shown = imageUrl && imageUrl !== failedUrl ? imageUrl : null;
  const look = `goods-image--${size} goods-image--tint-${tintOf(category)}`;
  return (
    <View className={`goods-image ${look}`} role="img" ariaLabel={name}>
      <View className={`goods-image__drawing goods-image__drawing--${drawingOf(category)}`} />
      {shown ? (
        <Image
          className="goods-image__picture"
          src={pictureAddress(shown)}
          mode="aspectFill"
          lazyLoad
          onError={() => setFailedUrl(shown)}
        />
      ) : null}
    </View>
  );
});
