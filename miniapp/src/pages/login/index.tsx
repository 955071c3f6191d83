import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { BindForm } from '@/features/session/bind-form';
import { CodeForm } from '@/features/session/code-form';
import { PasswordForm } from '@/features/session/password-form';
import { type Me, useWays } from '@/features/session/queries';
import { WechatDoor } from '@/features/session/wechat-door';
import { goTo, leaveLogIn, places } from '@/platform/ways';
import { wechatApp } from '@/platform/wechat';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { firstLevel } from '@/ui/first-level';
import './index.scss';

const tabs = [
  { value: 'password', label: '密码登录' },
  { value: 'code', label: '短信验证码登录' },
];
const enter = (me: Me) => leaveLogIn(me.buys ? places.home : places.customerOrders);

export default function LogInPage() {
  const { data: ways } = useWays();
  const [tab, setTab] = useState('password');
  const [ticket, setTicket] = useState<string>();
  const [isWaiting, setWaiting] = useState(false);
  const hasCodes = ways?.code === true && wechatApp === 'h5';
  return (
    <View className="log-in" role="main">
      <View className="log-in__story">
        <View className="log-in__mark" />
        <Text className="log-in__name">通盘</Text>
        <Text className="log-in__motto">一盘货，订得准，到得快</Text>
      </View>
      <View className="log-in__form">
        <Text className="log-in__title" {...firstLevel}>
          {ticket === undefined ? '登录订货' : '绑定微信'}
        </Text>
        {isWaiting ? (
          <Text className="log-in__help">换绑申请已提交，负责人同意后即可用这个微信登录</Text>
        ) : null}
        {ticket === undefined ? (
          <>
            {hasCodes ? <Chips name="login-tab" chips={tabs} value={tab} onChange={setTab} /> : null}
            {hasCodes && tab === 'code' ? <CodeForm onIn={enter} /> : <PasswordForm onIn={enter} />}
            <WechatDoor onIn={enter} onTicket={setTicket} />
          </>
        ) : (
          <BindForm
            ticket={ticket}
            onIn={enter}
            onWaiting={() => {
              setTicket(undefined);
              setWaiting(true);
            }}
            onBack={() => setTicket(undefined)}
          />
        )}
        <Button id="to-apply" label="申请成为客户" look="text" block onPress={() => goTo(places.apply)} />
        <Text className="log-in__help">忘记密码，请联系您的供货商或总部</Text>
      </View>
    </View>
  );
}
