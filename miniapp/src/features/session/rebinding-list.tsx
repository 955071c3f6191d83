import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentText } from '@/ui/dates';
import { InlineProblem, Loading, Nothing, Problem } from '@/ui/states';
import { useDecideRebinding, useRebindings } from './queries';

/** Who asks for another WeChat and waits for an owner's yes or no. */
export function RebindingList() {
  const asked = useRebindings(true);
  const decide = useDecideRebinding();
  if (asked.isPending) return <Loading rows={1} />;
  if (asked.isError) return <Problem error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data.items.length === 0) return <Nothing title="没有待审批的换绑申请" />;
  return (
    <>
      <InlineProblem error={decide.error} />
      {asked.data.items.map(({ rebindingId, user, party, device, askedAt }) => (
        <Card key={rebindingId}>
          <View>
            <Text>{`${party.name} · ${user.name}（${user.loginName}）申请换绑微信`}</Text>
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
            onPress={() => decide.mutate({ rebindingId, says: 'no' })}
          />
        </Card>
      ))}
    </>
  );
}
