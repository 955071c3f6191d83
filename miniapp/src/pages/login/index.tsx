import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useLogIn } from '@/features/session/queries';
import { leaveLogIn, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { InlineProblem } from '@/ui/states';
import './index.scss';

export default function LogInPage() {
  const [loginName, setLoginName] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const logIn = useLogIn();
  const isFilled = loginName.trim() !== '' && password !== '';
  const submit = () => {
    if (!isFilled || logIn.isPending) return;
    logIn.mutate(
      { loginName: loginName.trim(), password },
      { onSuccess: ({ me }) => leaveLogIn(me.buys ? places.home : places.customerOrders) },
    );
  };
  return (
    <View className="log-in">
      <View className="log-in__story">
        <View className="log-in__mark" />
        <Text className="log-in__name">通盘</Text>
        <Text className="log-in__motto">一盘货，订得准，到得快</Text>
      </View>
      <View className="log-in__form">
        <Text className="log-in__title">登录订货</Text>
        <Field
          id="login-name"
          label="登录名"
          value={loginName}
          placeholder="手机号或登录名"
          onChange={setLoginName}
        />
        <Field
          id="login-password"
          label="密码"
          value={password}
          secret={!isShown}
          placeholder="请输入密码"
          onChange={setPassword}
          onSubmit={submit}
          tail={
            <Button
              id="login-show"
              label={isShown ? '隐藏' : '显示'}
              look="text"
              size="small"
              onPress={() => setShown(!isShown)}
            />
          }
        />
        <InlineProblem error={logIn.error} />
        <Button
          id="login-submit"
          label="登录"
          look="main"
          block
          disabled={!isFilled}
          pending={logIn.isPending}
          pendingLabel="正在登录…"
          onPress={submit}
        />
        <Text className="log-in__help">忘记密码或没有账号，请联系您的供货商或总部</Text>
      </View>
    </View>
  );
}
