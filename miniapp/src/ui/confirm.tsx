import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from './button';
import { Sheet } from './sheet';
import { InlineProblem } from './states';

export interface ConfirmProps {
  title: string;
  open: boolean;
  text?: string;
  confirmLabel: string;
  /** What is confirmed cannot be taken back. */
  grave?: boolean;
  pending?: boolean;
  disabled?: boolean;
  error?: Error | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more, with room for a reason or a note. */
export const Confirm = (props: PropsWithChildren<ConfirmProps>) => (
  <Sheet
    title={props.title}
    open={props.open}
    onClose={props.onClose}
    foot={
      <>
        <Button label="返回" onPress={props.onClose} />
        <Button
          id="confirm-ok"
          label={props.confirmLabel}
          look={props.grave ? 'danger' : 'main'}
          pending={props.pending}
          disabled={props.disabled}
          onPress={props.onConfirm}
        />
      </>
    }
  >
    {props.text ? (
      <View className="confirm__text">
        <Text>{props.text}</Text>
      </View>
    ) : null}
    {props.children}
    <InlineProblem error={props.error ?? null} />
  </Sheet>
);
