import { Result } from 'antd';
import { Link } from 'react-router';
import { useTabTitle } from '../../ui/page';

export default function MissingPage() {
  useTabTitle('没有这个页面');
  return (
    <Result
      status="404"
      title="没有这个页面"
      subTitle="地址可能写错了，或页面已经移走。"
      extra={<Link to="/desk">回到工作台</Link>}
    />
  );
}
