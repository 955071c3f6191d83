import { Text, View } from '@tarojs/components';
import { Button } from './button';
import './undo-bar.scss';

export interface UndoBarProps {
  id: string;
  /** What was done. */
  text: string;
  pending?: boolean;
  onUndo: () => void;
}

/** Says what was taken away and calls it back. */
export const UndoBar = ({ id, text, pending, onUndo }: UndoBarProps) => (
  <View className="undo">
    <Text className="undo__text">{text}</Text>
    <Button id={id} label="撤销" look="text" size="small" pending={pending} onPress={onUndo} />
  </View>
);
