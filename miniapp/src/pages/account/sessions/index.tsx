import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useRevokeSession, useSessions } from '@/features/session/queries';
import { signedIn } from '@/features/session/signed-in';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { momentText } from '@/ui/dates';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import './index.scss';

const head = { title: '登录设备' };

function SessionsPage() {
  const sessions = useSessions();
  const revoke = useRevokeSession();
  const [revokingId, setRevokingId] = useState<string>();
  const device = sessions.data?.items.find(({ sessionId }) => sessionId === revokingId)?.device;
  return (
    <Page {...head}>
      {sessions.isPending ? <Loading rows={3} /> : null}
      {sessions.isError ? <Problem error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      {sessions.data?.items.map((session) => (
        <Card key={session.sessionId}>
          <View className="session">
            <View className="session__words">
              <Text className="session__device">{session.device || '未知设备'}</Text>
              <Text className="session__faint">
                {`${momentText(session.createdAt)} 登录 · 最近 ${momentText(session.lastSeenAt)} · ${session.ip}`}
              </Text>
            </View>
            {session.current ? (
              <Tag tone="success">本机</Tag>
            ) : (
              <Button
                id={`revoke-${session.sessionId}`}
                label="下线"
                size="small"
                onPress={() => setRevokingId(session.sessionId)}
              />
            )}
          </View>
        </Card>
      ))}
      <Confirm
        title="让这台设备下线"
        open={revokingId !== undefined}
        text={`${device || '这台设备'}需要重新登录才能继续使用。`}
        confirmLabel="下线"
        grave
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => {
          if (revokingId) revoke.mutate(revokingId, { onSuccess: () => setRevokingId(undefined) });
        }}
        onClose={() => setRevokingId(undefined)}
      />
    </Page>
  );
}

export default signedIn(SessionsPage, head);
