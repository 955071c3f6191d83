import { Text, View } from '@tarojs/components';
import { ApiProblem } from '@/api';
import { Button } from './button';
import './states.scss';

/** Grey shapes where content will stand, so that the page does not jump. */
export const Loading = ({ rows = 4 }: { rows?: number }) => (
  <View className="loading" id="loading">
    {Array.from({ length: rows }, (_, row) => (
      <View key={row} className="loading__row">
        <View className="loading__block" />
        <View className="loading__lines">
          <View className="loading__line" />
          <View className="loading__line loading__line--short" />
        </View>
      </View>
    ))}
  </View>
);

export interface NothingProps {
  title: string;
  /** What to do about it. */
  advice?: string;
  actionLabel?: string;
  onAction?: () => void;
}

/** Nothing to show, and what to do about it. */
export const Nothing = ({ title, advice, actionLabel, onAction }: NothingProps) => (
  <View className="nothing">
    <View className="nothing__tray">
      <View className="nothing__lid" />
    </View>
    <Text className="nothing__title">{title}</Text>
    {advice ? <Text className="nothing__advice">{advice}</Text> : null}
    {actionLabel && onAction ? <Button label={actionLabel} look="plain" onPress={onAction} /> : null}
  </View>
);

/** The words of a failure for the screen: the server's title, or that the network failed. */
export function problemText(error: Error) {
  if (!(error instanceof ApiProblem)) return '出了点问题，请稍后再试';
  const first = error.problem.errors?.[0]?.message;
  return [error.problem.title, first ?? error.problem.detail].filter(Boolean).join('：');
}

/** A load that failed, with a way to try again. */
export const Problem = ({ error, onRetry }: { error: Error; onRetry: () => void }) => (
  <View className="nothing" id="problem">
    <View className="nothing__mark" />
    <Text className="nothing__title">{problemText(error)}</Text>
    {error instanceof ApiProblem && error.problem.requestId ? (
      <Text className="nothing__advice">{`问题编号 ${error.problem.requestId}`}</Text>
    ) : null}
    <Button id="retry" label="重试" look="plain" onPress={onRetry} />
  </View>
);

/** A refusal beside the form that caused it. */
export const InlineProblem = ({ error }: { error: Error | null }) =>
  error ? (
    <View className="inline-problem" id="problem-text">
      <Text>{problemText(error)}</Text>
    </View>
  ) : null;

/** The foot of a list that grows: more to come, loading, or its end. */
export function ListFoot({
  hasMore,
  pending,
  onMore,
}: {
  hasMore: boolean;
  pending: boolean;
  onMore: () => void;
}) {
  if (pending) return <View className="list-foot">正在加载…</View>;
  if (hasMore) return <Button label="加载更多" look="text" block onPress={onMore} />;
  return <View className="list-foot">没有更多了</View>;
}
