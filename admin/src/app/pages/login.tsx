import { Navigate, useSearchParams } from 'react-router';
import { LoginForm } from '../../features/auth/login-form';
import { useToken } from '../../session';
import { useTabTitle } from '../../ui/page';
import { BrandMark } from '../brand';
import './login.css';

const promises = [
  ['秒级审单', '库存、信用、区域逐条核对'],
  ['批次到瓶', '先到期先出，承诺即有货'],
  ['账实相符', '额度、在途、应收一分不差'],
] as const;

/** An address of this console and no other. */
const safePath = (from: string | null) => (from && /^\/(?![/\\])/.test(from) ? from : '/desk');

export default function LoginPage() {
  useTabTitle('登录');
  const [params] = useSearchParams();
  const token = useToken();
  if (token) return <Navigate to={safePath(params.get('from'))} replace />;
  return (
    <main className="login">
      <section className="login-brand">
        <div className="login-name">
          <BrandMark size={44} />
          <span>通盘</span>
        </div>
        <div>
          <h1>
            一盘货，
            <br />
            管好整条渠道
          </h1>
          <p>总部、经销商与门店，在同一盘货上下单、审单、发货、对账。</p>
        </div>
        <ul>
          {promises.map(([name, text]) => (
            <li key={name}>
              <b>{name}</b>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="login-side">
        <div className="login-box">
          <h2>登录工作台</h2>
          <p className="tp-muted">总部与经销商员工使用</p>
          <LoginForm />
          <p className="login-foot tp-muted">
            门店订货请用微信小程序，或打开<a href="/">网页版订货商城</a>
          </p>
        </div>
      </section>
    </main>
  );
}
