import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { momentText } from '@/ui/dates';
import { NoteField } from '@/ui/field';
import { InlineProblem, Loading, Nothing, Problem } from '@/ui/states';
import { useDecideRebinding, useRebindings } from './queries';

/** Who asks for another WeChat and waits for an owner's yes or no. */
export function RebindingList() {
  const asked = useRebindings(true);
  const decide = useDecideRebinding();
  const [refusedId, setRefusedId] = useState<string>();
  const [reason, setReason] = useState('');
  if (asked.isPending) return <Loading rows={1} />;
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data.items.length === 0) return <Nothing title="没有待审批的换绑申请" />;
  const refused = asked.data.items.find(({ rebindingId }) => rebindingId === refusedId);
  return (
    <>
      {refused ? null : <InlineProblem error={decide.error} />}
      {asked.data.items.map(({ rebindingId, user, party, device, askedAt, from, to }) => (
        <Card key={rebindingId}>
          <View>
            <Text>{`${party.name} · ${user.name}（${user.loginName}）申请换绑微信`}</Text>
          </View>
          <View>
            <Text>{`${from ? `尾号 ${from.mark} 换成` : '换成'}尾号 ${to.mark}`}</Text>
          </View>
          <View>
            <Text>{`${momentText(askedAt)} · ${device || '未知设备'}`}</Text>
          </View>
          <Button
            id={`approve-${rebindingId}`}
            label="同意"
            look="main"
            size="small"
            pending={decide.isPending}
            onPress={() => decide.mutate({ rebindingId, says: 'yes' })}
          />
          <Button
            id={`refuse-${rebindingId}`}
            label="拒绝"
            size="small"
            disabled={decide.isPending}
            onPress={() => setRefusedId(rebindingId)}
          />
        </Card>
      ))}
      <Confirm
        title={`拒绝${refused?.user.name ?? ''}换绑`}
        open={refused !== undefined}
        text="原微信继续有效，申请人会看到原因。"
        confirmLabel="拒绝换绑"
        grave
        disabled={reason.trim() === ''}
        pending={decide.isPending}
        error={decide.error}
        onConfirm={() => {
          if (refused)
            decide.mutate(
              { rebindingId: refused.rebindingId, says: 'no', reason: reason.trim() },
              {
                onSuccess: () => {
                  setRefusedId(undefined);
                  setReason('');
                },
              },
            );
        }}
        onClose={() => setRefusedId(undefined)}
      >
        <NoteField id="refuse-reason" label="拒绝原因" value={reason} onChange={setReason} />
      </Confirm>
    </>
  );
}
