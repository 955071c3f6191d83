import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { CheckRow } from '@/ui/check-row';
import { Confirm } from '@/ui/confirm';
import { NoteField } from '@/ui/field';
import { say } from '@/ui/toast';
import type { OrderSheetProps } from './cancel-order';
import { useApproveOrder, type Order } from './queries';
import { overrulable } from './words';

export interface ApproveOrderProps extends Omit<OrderSheetProps, 'orderId'> {
  order: Order;
}

/** Approves a held order: the reviewer names each finding to overrule. */
export function ApproveOrder({ order, open, onClose }: ApproveOrderProps) {
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const approve = useApproveOrder(order.orderId);
  const rules = overrulable(order.findings);
  const toggle = (rule: string) =>
    setAccepted((known) => (known.includes(rule) ? known.filter((one) => one !== rule) : [...known, rule]));
  const confirm = () =>
    approve.mutate(
      { accept: rules.map(({ rule }) => rule).filter((rule) => accepted.includes(rule)), note: note.trim() },
      {
        onSuccess: ({ state }) => {
          say(state === 'held' ? '仍有问题未放行，请看最新核查结果' : '已通过');
          setAccepted([]);
          onClose();
        },
      },
    );
  return (
    <Confirm
      title="审核通过"
      open={open}
      text={
        rules.length > 0
          ? '提交时会重新核查库存、额度和区域。勾选的问题由您放行，没勾选而仍存在的会继续待审。'
          : '提交时会重新核查库存、额度和区域。'
      }
      confirmLabel="通过"
      pending={approve.isPending}
      error={approve.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {rules.map(({ rule, messages }) => (
        <CheckRow
          key={rule}
          id={`accept-${rule.replace(/\W/g, '-')}`}
          isOn={accepted.includes(rule)}
          onToggle={() => toggle(rule)}
        >
          {messages.map((message, at) => (
            <View key={at}>
              <Text>{message}</Text>
            </View>
          ))}
        </CheckRow>
      ))}
      <NoteField id="approve-note" label="审核说明" value={note} placeholder="选填" onChange={setNote} />
    </Confirm>
  );
}
