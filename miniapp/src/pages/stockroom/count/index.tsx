import { useRouter } from '@tarojs/taro';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { useCount } from '@/features/stock/queries';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';
import { Counting } from './counting';

const head = { title: '盘点单' };

/** One count sheet. */
function CountPage({ me }: SignedInProps) {
  const { sheetId = '' } = useRouter().params;
  const count = useCount(sheetId);
  if (count.data) return <Counting me={me} count={count.data} title={head.title} />;
  return (
    <Page {...head} width="desk">
      {count.isError ? <Problem error={count.error} onRetry={() => void count.refetch()} /> : <Loading />}
    </Page>
  );
}

export default signedIn(CountPage, head);
