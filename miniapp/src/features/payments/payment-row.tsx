import { Text, View } from '@tarojs/components';
import { momentText } from '@/ui/dates';
import { Tag, type Tone } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Payment, Refund } from './model';
import { channelWords, paymentWords, refundWords } from './words';
import './payment-row.scss';

interface RowProps {
  id: string;
  title: string;
  words: { readonly text: string; readonly tone: Tone };
  facts: readonly string[];
  fen: number;
}

const Row = ({ id, title, words, facts, fen }: RowProps) => (
  <View className="payment-row" id={id}>
    <View className="payment-row__line">
      <Text className="payment-row__title">{title}</Text>
      <Tag tone={words.tone}>{words.text}</Tag>
    </View>
    <View className="payment-row__line">
      <Text className="payment-row__facts">{facts.filter(Boolean).join(' · ')}</Text>
      <Yuan fen={fen} />
    </View>
  </View>
);

/** One payment: how, when and how it stands; `title` says of what. */
export const PaymentRow = ({ payment, title }: { payment: Payment; title: string }) => (
  <Row
    id={`payment-${payment.paymentId}`}
    title={title}
    words={paymentWords(payment)}
    facts={[
      title === channelWords[payment.channel] ? '' : channelWords[payment.channel],
      momentText(payment.paidAt ?? payment.createdAt),
      payment.transactionId ? `微信单号 ${payment.transactionId}` : '',
    ]}
    fen={payment.paidFen || payment.amountFen}
  />
);

/** One refund. */
export const RefundRow = ({ refund }: { refund: Refund }) => (
  <Row
    id={`refund-${refund.refundId}`}
    title="退款"
    words={refundWords[refund.state]}
    facts={[refund.reason, momentText(refund.succeededAt ?? refund.askedAt), refund.note]}
    fen={-refund.amountFen}
  />
);
