import { Text, View } from '@tarojs/components';
import { Card, Fact } from './card';
import { Countdown } from './countdown';
import { momentText } from './dates';
import { depositWord, type PaySteps } from './pay-steps';
import { Yuan } from './yuan';
import './steps-card.scss';

/** 预售: deposit and balance with their dates, where it stands, and what becomes of the deposit. */
export function StepsCard({ steps, isQuote = false }: { steps: PaySteps | null; isQuote?: boolean }) {
  if (!steps) return null;
  const { stage, depositFen, depositWorthFen, balanceFen, balanceFrom, balanceUntil, forfeitedFen } = steps;
  const word = depositWord(steps);
  const until = stage === 'deposit' ? steps.depositBy : stage === 'waiting' ? balanceFrom : balanceUntil;
  const untilWords = { deposit: `付${word}还剩`, waiting: '距尾款开始', balance: '付尾款还剩' } as const;
  const isUnderWay = stage === 'deposit' || stage === 'waiting' || stage === 'balance';
  return (
    <Card title="预售">
      <View id="steps" className={`steps steps--${stage}`}>
        <Fact name={stage === 'deposit' || stage === 'ended' ? `① ${word}` : `① ${word}（已付）`}>
          <Yuan id="steps-deposit" fen={depositFen} />
        </Fact>
        {depositWorthFen > depositFen ? (
          <Fact name={`${word}可抵`}>
            <Yuan fen={depositWorthFen} tone="deal" />
          </Fact>
        ) : null}
        <Fact name={stage === 'paid' ? '② 尾款（已付）' : '② 尾款'}>
          <Yuan id="steps-balance" fen={balanceFen} />
        </Fact>
        <Text className="steps__dates">{`尾款 ${momentText(balanceFrom)} 开始，${momentText(balanceUntil)} 截止`}</Text>
        {isUnderWay && !isQuote ? (
          <Fact name={untilWords[stage]}>
            <Countdown id="steps-countdown" until={until} />
          </Fact>
        ) : null}
        {forfeitedFen > 0 ? (
          <Fact name="定金不退">
            <Yuan fen={forfeitedFen} tone="danger" />
          </Fact>
        ) : isUnderWay ? (
          <Text className="steps__rule">
            {steps.isRefundable ? '不付尾款，订金退还' : '付了定金不付尾款或取消订单，定金不退'}
          </Text>
        ) : null}
      </View>
    </Card>
  );
}
