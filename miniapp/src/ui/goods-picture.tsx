import { Text, View } from '@tarojs/components';
import './goods-picture.scss';

export interface GoodsPictureProps {
  name: string;
  brand: string;
  category: string;
  /** `row` stands beside words, `page` is what a page is about. */
  size?: 'row' | 'page';
}

/** What goods look like: a tile in the colour of their category. */
export const GoodsPicture = ({ name, brand, category, size = 'row' }: GoodsPictureProps) => (
  <View className={`goods-picture goods-picture--${size} goods-picture--${toneOf(category)}`}>
    <Text>{letterOf(name, brand)}</Text>
  </View>
);

/** The letter on the tile: the brand stands before every name, so it tells nothing apart. */
const letterOf = (name: string, brand: string) => (name.replace(brand, '').trim() || name).slice(0, 1);

/** Goods of one category share the colour of their tile. */
function toneOf(category: string) {
  let sum = 0;
  for (const letter of category) sum += letter.codePointAt(0) ?? 0;
  return sum % 5;
}
