import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { AskLines } from '@/features/after-sales/ask-lines';
import { askedLines, type TypedLine } from '@/features/after-sales/asked-lines';
import { FindingList } from '@/features/after-sales/finding-list';
import { useAsk, useCheck, useForm, type AfterSalesForm, type Asked } from '@/features/after-sales/queries';
import { kinds, kindWords, reasons, reasonWords } from '@/features/after-sales/words';
import { signedIn } from '@/features/session/signed-in';
import { usePhotos } from '@/platform/use-photos';
import { goOn, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { Confirm } from '@/ui/confirm';
import { NoteField } from '@/ui/field';
import { Page } from '@/ui/page';
import { PhotoPicker } from '@/ui/photo-picker';
import { InlineProblem, Loading, Nothing, Problem } from '@/ui/states';
import { Yuan } from '@/ui/yuan';

const head = { title: '申请售后' };

const photosMost = 9;

function AskPage() {
  const { orderId = '' } = useRouter().params;
  const form = useForm(orderId);
  if (form.isPending)
    return (
      <Page {...head}>
        <Loading />
      </Page>
    );
  if (!form.data)
    return (
      <Page {...head}>
        <Problem error={form.error} onRetry={() => void form.refetch()} />
      </Page>
    );
  if (form.data.lines.length === 0)
    return (
      <Page {...head}>
        <Nothing title="还没有签收的商品" advice="签收之后才能申请售后；签收时有差异请直接在签收里登记" />
      </Page>
    );
  return <AskForm form={form.data} />;
}

/** Choose what, how many, why and with which photos; looked at before it is sent. */
function AskForm({ form }: { form: AfterSalesForm }) {
  // What was sent again is only exchanged again.
  const offered = kinds.filter(
    (one) => form.terms.kinds[one].isOffered && (!form.isReplacement || one === 'exchange' || one === 'swap'),
  );
  const [kind, setKind] = useState(offered[0] ?? 'return');
  const [reason, setReason] = useState(reasons[0] ?? 'quality');
  const [words, setWords] = useState('');
  const photos = usePhotos('afterSales', photosMost);
  const [typed, setTyped] = useState<Readonly<Record<string, TypedLine>>>({});
  const [isSure, setSure] = useState(false);
  const check = useCheck();
  const ask = useAsk();
  const { asked, overKeys, worthFen } = askedLines(form.lines, typed);
  const terms = form.terms.kinds[kind];
  const request: Asked = {
    orderId: form.orderId,
    kind,
    reason,
    words: words.trim(),
    photos: [...photos.photoIds],
    lines: [...asked],
  };
  // Photos arrive by themselves: what was found without them does not hold any more.
  const isOfThese = check.variables?.photos?.join() === photos.photoIds.join();
  const findings = (isOfThese && check.data?.findings) || [];
  const isBlocked = findings.some(({ severity }) => severity === 'block');
  /** What was found holds of what was looked at, and of nothing else. */
  const change =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      check.reset();
      set(value);
    };
  const look = () =>
    check.mutate(request, {
      onSuccess: (answer) => setSure(answer.findings.every(({ severity }) => severity !== 'block')),
    });
  const send = () =>
    ask.mutate(request, { onSuccess: ({ afterSalesId }) => goOn(places.afterSalesOne(afterSalesId)) });
  const foot = (
    <Button
      id="ask-check"
      label="提交申请"
      look="main"
      block
      pending={check.isPending}
      disabled={asked.length === 0 || overKeys.length > 0 || photos.isUnsettled}
      onPress={look}
    />
  );
  return (
    <Page {...head} foot={foot}>
      <Card title="售后类型">
        <Chips
          name="after-sales-kind"
          chips={offered.map((value) => ({ value, label: kindWords[value].text }))}
          value={kind}
          onChange={change((value) => setKind(kinds.find((one) => one === value) ?? kind))}
        />
        <Text className="after-sales__story">
          {`${kindWords[kind].story}。签收后 ${terms.windowDays} 天内可申请`}
        </Text>
        <Text className="after-sales__label">原因</Text>
        <Chips
          name="after-sales-reason"
          chips={reasons.map((value) => ({ value, label: reasonWords[value] }))}
          value={reason}
          onChange={change((value) => setReason(reasons.find((one) => one === value) ?? reason))}
        />
      </Card>
      <AskLines
        lines={form.lines}
        typed={typed}
        overKeys={overKeys}
        onType={(key, line) => change(setTyped)({ ...typed, [key]: line })}
      />
      <Card title="说明与照片">
        <NoteField
          id="ask-words"
          label="问题描述"
          value={words}
          lengthMax={500}
          placeholder="哪里有问题、发现的时间，写得越具体处理越快"
          onChange={change(setWords)}
        />
        <PhotoPicker
          id="ask-photos"
          label={terms.photos > 0 ? `照片（至少 ${terms.photos} 张）` : '照片（选填）'}
          hint="拍清商品、批号和问题处，处理更快"
          most={photosMost}
          photos={photos}
        />
      </Card>
      {isBlocked ? (
        <Card title="还不能提交">
          <FindingList findings={findings} />
        </Card>
      ) : null}
      <InlineProblem error={check.error} />
      <Confirm
        title="确认申请"
        open={isSure}
        text={kindWords[kind].story}
        confirmLabel="确认提交"
        pending={ask.isPending}
        error={ask.error}
        onConfirm={send}
        onClose={() => setSure(false)}
      >
        <FindingList findings={findings} />
        <View className="after-sales__sum">
          <Text className="after-sales__hint">所选商品实付 </Text>
          <Yuan fen={worthFen} />
        </View>
      </Confirm>
    </Page>
  );
}

export default signedIn(AskPage, head);
