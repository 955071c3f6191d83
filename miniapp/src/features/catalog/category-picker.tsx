import { Text, View } from '@tarojs/components';
import type { Answer } from '@/api';
import { asChoice } from '@/ui/control';
import { ScrollRow } from '@/ui/scroll-row';
import './category-picker.scss';

export interface CategoryPickerProps {
  categories: Answer<'catalog', 'categories'>['items'];
  value: string;
  onChange: (category: string) => void;
}

/** The categories: a row above the goods on a phone, a column beside them on a PC. */
export const CategoryPicker = ({ categories, value, onChange }: CategoryPickerProps) => (
  <ScrollRow className="categories" label="分类">
    <View className="categories__row">
      {[{ category: '', name: '全部', skuCount: undefined }, ...categories].map(
        ({ category, name, skuCount }) => (
          <View
            key={category}
            id={`category-${category || 'all'}`}
            className={category === value ? 'categories__one categories__one--on' : 'categories__one'}
            {...asChoice(() => onChange(category), category === value)}
          >
            <Text>{name}</Text>
            {skuCount === undefined ? null : <Text className="categories__count">{skuCount}</Text>}
          </View>
        ),
      )}
    </View>
  </ScrollRow>
);
