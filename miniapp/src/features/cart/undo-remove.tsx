import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import type { Checkout } from './use-checkout';
import './undo-remove.scss';

/** Says which line was removed and calls it back. */
export const UndoRemove = ({ removal }: { removal: Checkout['removal'] }) =>
  removal.removed ? (
    <View className="undo">
      <Text className="undo__text">{`已移除 ${removal.removed.name}`}</Text>
      <Button id="undo-remove" label="撤销" look="text" size="small" onPress={removal.putBack} />
    </View>
  ) : null;
