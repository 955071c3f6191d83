import { useState } from 'react';
import { Text } from '@tarojs/components';
import { usePhone, useWays } from '@/features/session/queries';
import { PhoneForm } from '@/features/session/phone-form';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { momentText } from '@/ui/dates';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '登录手机' };
const proofWords = { code: '短信验证', supplier: '供货商核实' } as const;

function PhonePage({ me }: SignedInProps) {
  const own = usePhone();
  const hasCodes = useWays().data?.code === true;
  const [isChanging, setChanging] = useState(false);
  const { data } = own;
  const isOwner = me.roles.includes('owner');
  const advice =
    isOwner && data?.contactPhone
      ? `登记的联系电话 ${data.contactPhone} 尚未验证，不能用来登录`
      : '验证后可以用短信验证码登录，微信也能凭手机号绑定';
  return (
    <Page {...head}>
      {own.isPending ? <Loading rows={1} /> : null}
      {own.isError ? <Problem error={own.error} onRetry={() => void own.refetch()} /> : null}
      {data && data.phone === null ? <Nothing title="还没有验证登录手机" advice={advice} /> : null}
      {data?.phone && data.provedBy && data.verifiedAt ? (
        <Card>
          <Text id="own-phone">
            {`${data.phone} · ${proofWords[data.provedBy]} · ${momentText(data.verifiedAt)}`}
          </Text>
        </Card>
      ) : null}
      {data && !hasCodes ? <Text className="field__hint">暂未开通短信，手机号请联系供货商核实</Text> : null}
      {data && hasCodes && (isChanging || data.phone === null) ? (
        <PhoneForm former={data.phone} onDone={() => setChanging(false)} />
      ) : null}
      {data?.phone && hasCodes && !isChanging ? (
        <Button id="change-phone" label="更换手机号" block onPress={() => setChanging(true)} />
      ) : null}
    </Page>
  );
}

export default signedIn(PhonePage, head);
