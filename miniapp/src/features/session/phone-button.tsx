import { Button as TaroButton } from '@tarojs/components';
import { say } from '@/ui/toast';

/** The mini-program's own button that asks for the number; nothing else may ask for it. */
export const PhoneButton = ({ disabled, onCode }: { disabled: boolean; onCode: (code: string) => void }) => (
  <TaroButton
    id="bind-phone"
    className="button button--main button--normal button--block"
    openType="getPhoneNumber"
    disabled={disabled ? true : undefined}
    onGetPhoneNumber={({ detail }) => {
      if (detail.code) onCode(detail.code);
      else say('没有取得手机号，可用登录名和密码绑定');
    }}
  >
    用手机号绑定
  </TaroButton>
);
