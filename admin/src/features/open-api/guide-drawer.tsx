import { Drawer, Typography } from 'antd';
import { hookTypes, hookWhen, typeText } from './words';
import './open-api.css';

const sample = `import { createHmac, timingSafeEqual } from 'node:crypto';

// body：收到的原始字节，不要先解析再拼回去
function isFromTongpan(headers, body, secret) {
  const timestamp = headers['x-tongpan-timestamp'];
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const signed = timestamp + '.' + body;
  const hmac = createHmac('sha256', secret).update(signed).digest('hex');
  const expected = Buffer.from('v1=' + hmac);
  return headers['x-tongpan-signature'].split(',').some((text) => {
    const given = Buffer.from(text);
    if (given.length !== expected.length) return false;
    return timingSafeEqual(given, expected);
  });
}`;

const envelope = `{
  "id": "01KB…",           // 推送编号，重试时不变，请按它去重
  "type": "order.approved",
  "occurredAt": "2026-03-01T02:00:00.000Z",
  "data": {
    "orderId": "01KB…", "number": "…",
    "sellerId": "…", "buyerId": "…"
  }
}`;

/** How the receiving side knows that a message is ours, and what it is told. */
export const GuideDrawer = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Drawer open={open} onClose={onClose} size={640} title="接收说明" data-testid="webhook-guide">
    <div className="open-api-guide">
      <h2>收到什么</h2>
      <p>事件发生后几秒内，向接收地址 POST 一段 JSON：</p>
      <pre className="open-api-code" tabIndex={0} aria-label="消息格式">
        {envelope}
      </pre>
      <p>
        5 秒内返回任意 2xx 即为送达，不跟随跳转。否则在一天内重试 8 次，间隔从 1
        分钟逐步拉长；连续三天没有送达则暂停推送，并通知负责人。
        消息可能重复，也可能不按先后到达；以“查订单”接口查到的状态为准。
      </p>
      <h2>验证签名</h2>
      <p>
        请求头 <code>X-Tongpan-Timestamp</code> 是发送时间（秒），<code>X-Tongpan-Signature</code> 是
        “时间.正文”的 HMAC-SHA256，更换密钥后的一天内有两个，以逗号分隔，任一相符即可：
      </p>
      <Typography.Text copyable={{ text: sample, tooltips: ['复制代码', '已复制'] }}>
        Node.js 示例
      </Typography.Text>
      <pre className="open-api-code" tabIndex={0} aria-label="验证签名的代码">
        {sample}
      </pre>
      <h2>有哪些事件</h2>
      <dl className="tp-facts">
        {hookTypes.map((type) => (
          <div key={type} className="open-api-event">
            <dt className="tp-figure">{type}</dt>
            <dd>
              {typeText(type)}：{hookWhen(type)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  </Drawer>
);
