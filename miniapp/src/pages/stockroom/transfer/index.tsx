import { useState } from 'react';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { ArrivalLines } from '@/features/stock/arrival-lines';
import { mayHandleGoods } from '@/features/stock/may';
import { useReceiveTransfer, useTransfer, type Transfer } from '@/features/stock/queries';
import { differencesOf, type TypedDifferences } from '@/features/stock/transfer-totals';
import { transferStates } from '@/features/stock/words';
import { useKept } from '@/platform/use-kept';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { dayAndTime } from '@/ui/dates';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { say } from '@/ui/toast';

const head = { title: '调拨单' };

/** One transfer. */
function TransferPage({ me }: SignedInProps) {
  const { transferId = '' } = useRouter().params;
  const transfer = useTransfer(transferId);
  if (transfer.data) return <Arrival me={me} transfer={transfer.data} />;
  return (
    <Page {...head} width="desk">
      {transfer.isError ? (
        <Problem error={transfer.error} onRetry={() => void transfer.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

/** What a transfer carries; while it is on its way it can be taken in, with what came damaged or did not come. */
function Arrival({ me, transfer }: SignedInProps & { transfer: Transfer }) {
  const { transferId, lines } = transfer;
  const [typed, setTyped, drop] = useKept<TypedDifferences>(`transfer:${transferId}`, {});
  const [isAsked, setAsked] = useState(false);
  const receive = useReceiveTransfer(transferId);
  const mayReceive = transfer.state === 'inTransit' && mayHandleGoods(me);
  const { differences, wrongLineNos } = differencesOf(lines, typed);
  const state = transferStates[transfer.state];
  const confirm = () =>
    receive.mutate(
      { differences },
      {
        onSuccess: () => {
          drop();
          setAsked(false);
          say(`${transfer.toWarehouseName}已收货`);
        },
      },
    );
  return (
    <Page
      {...head}
      width="desk"
      foot={
        mayReceive ? (
          <Button
            id="transfer-receive"
            label={differences.length > 0 ? '按差异收货' : '全部完好，收货'}
            look="main"
            block
            disabled={wrongLineNos.length > 0}
            onPress={() => setAsked(true)}
          />
        ) : undefined
      }
    >
      <Card
        title={`${transfer.fromWarehouseName} → ${transfer.toWarehouseName}`}
        extra={
          <Tag id="transfer-state" tone={state.tone}>
            {state.text}
          </Tag>
        }
      >
        <Fact name="发出">
          <Text>{`${transfer.dispatchedBy} ${dayAndTime(transfer.dispatchedAt)}`}</Text>
        </Fact>
        {transfer.receivedAt ? (
          <Fact name="收货">
            <Text>{`${transfer.receivedBy ?? ''} ${dayAndTime(transfer.receivedAt)}`}</Text>
          </Fact>
        ) : null}
        {transfer.reason ? (
          <Fact name="说明">
            <Text>{transfer.reason}</Text>
          </Fact>
        ) : null}
      </Card>
      <Card title={`${lines.length} 个批次`}>
        <ArrivalLines
          transfer={transfer}
          typed={mayReceive ? typed : undefined}
          wrongLineNos={wrongLineNos}
          onType={setTyped}
        />
      </Card>
      <Confirm
        title="调拨收货"
        open={isAsked}
        text={
          differences.length > 0
            ? `${differences.length} 个批次有差异：破损的入为“破损”，短少的不入库，其余完好入库。收货不能撤销。`
            : '全部完好入库。收货不能撤销。'
        }
        confirmLabel="确认收货"
        pending={receive.isPending}
        error={receive.error}
        onConfirm={confirm}
        onClose={() => setAsked(false)}
      />
    </Page>
  );
}

export default signedIn(TransferPage, head);
