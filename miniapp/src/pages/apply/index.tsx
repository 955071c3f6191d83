import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { ApiProblem } from '@/api';
import { ApplicationStanding } from '@/features/apply/application-standing';
import { ApplyForm } from '@/features/apply/apply-form';
import {
  forgetApplication,
  keepApplication,
  type KeptApplication,
  readApplication,
} from '@/features/apply/kept-application';
import { useStanding } from '@/features/apply/queries';
import { useWays } from '@/features/session/queries';
import { goOn, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';

/** Where somebody without an account asks for one, and sees what became of it. */
export default function ApplyPage() {
  const { seller = '' } = useRouter().params;
  const ways = useWays();
  const [kept, setKept] = useState(() => readApplication(seller));
  const [isMending, setMending] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const standing = useStanding(kept.isHandedIn ? kept.own : null);
  const isGone =
    standing.error instanceof ApiProblem && standing.error.code === 'partners.applicationUnknown';
  const isShown = kept.isHandedIn && !isMending;

  const keepNow = (change: (present: KeptApplication) => KeptApplication) =>
    setKept((present) => {
      const next = change(present);
      keepApplication(next);
      return next;
    });
  const startAnew = () => {
    forgetApplication();
    setKept(readApplication(seller));
    setMending(false);
    setDropping(false);
  };
  return (
    <Page title="申请成为客户">
      {ways.isPending || (isShown && standing.isPending) ? <Loading rows={3} /> : null}
      {isShown && isGone ? (
        <Nothing
          title="找不到这份申请"
          advice="可能已被清理，请重新填写"
          actionLabel="重新填写"
          onAction={startAnew}
        />
      ) : null}
      {isShown && standing.isError && !isGone ? (
        <Problem error={standing.error} onRetry={() => void standing.refetch()} />
      ) : null}
      {isShown && standing.data ? (
        <ApplicationStanding
          name={kept.form.name}
          standing={standing.data}
          isLooking={standing.isFetching}
          onMend={() => setMending(true)}
          onLogIn={() => goOn(places.logIn)}
          onLookAgain={() => void standing.refetch()}
        />
      ) : null}
      {!isShown && !ways.isPending ? (
        <ApplyForm
          kept={kept}
          hasCodes={ways.data?.code === true}
          onKeep={keepNow}
          onHandedIn={(next) => {
            keepNow(() => next);
            setMending(false);
            // A first one is asked about as soon as it is known here what opens it.
            if (kept.isHandedIn) void standing.refetch();
          }}
        />
      ) : null}
      {isShown && standing.data ? (
        <Button
          id="apply-anew"
          label="为另一家单位申请"
          look="text"
          block
          onPress={() => setDropping(true)}
        />
      ) : null}
      <Confirm
        title="为另一家单位申请"
        open={isDropping}
        text="本机将不再保存当前这份申请，之后不能在本机查看它的进度。已提交的申请照常审核。"
        confirmLabel="重新填写"
        grave
        onConfirm={startAnew}
        onClose={() => setDropping(false)}
      />
    </Page>
  );
}
