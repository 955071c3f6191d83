import { OneTimePassword } from '../../ui/one-time-password';
import type { TakenOn } from './queries';

interface FirstPasswordProps {
  /** Open while there is one. */
  takenOn: TakenOn | null;
  onClose: () => void;
}

/** The first password of who was taken on. */
export const FirstPassword = ({ takenOn, onClose }: FirstPasswordProps) => (
  <OneTimePassword
    said={takenOn}
    title={`已开户 · ${takenOn?.name ?? ''}`}
    label="首次密码"
    advice="请当面或电话告知申请人。首次登录后须自行修改密码；手机号已核实的，也可以用短信验证码登录。"
    doneText="我已转告申请人"
    onClose={onClose}
  />
);
