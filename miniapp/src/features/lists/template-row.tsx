import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { asLink } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import { Tag } from '@/ui/tag';
import type { Template } from './queries';
import './lists.scss';

export interface TemplateRowProps {
  template: Template;
  isRemoving: boolean;
  onRemove: () => void;
}

/** One list among the others: what it is called, how long it is, who changed it last. */
export const TemplateRow = ({ template, isRemoving, onRemove }: TemplateRowProps) => (
  <View className="list-row" id={`list-${template.templateId}`}>
    <View
      className="list-row__words"
      id={`list-open-${template.templateId}`}
      {...asLink(() => goTo(places.list(template.templateId)))}
    >
      <View className="list-row__title">
        <Text className="list-row__name">{template.name}</Text>
        {template.kind === 'standing' ? <Tag tone="brand">标准存量</Tag> : null}
      </View>
      <Text className="list-row__faint">
        {`${template.lineCount} 种商品 · ${template.changedBy} ${dayAndTime(template.changedAt)} 保存`}
      </Text>
    </View>
    <Button
      id={`list-remove-${template.templateId}`}
      label="删除"
      look="text"
      size="small"
      pending={isRemoving}
      onPress={onRemove}
    />
  </View>
);
