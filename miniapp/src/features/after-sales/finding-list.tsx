import { Text, View } from '@tarojs/components';
import type { Finding } from './queries';
import './after-sales.scss';

/** What stands against a request, in words. */
export const FindingList = ({ findings }: { findings: readonly Finding[] }) =>
  findings.length === 0 ? null : (
    <View className="ask-findings" id="ask-findings">
      {findings.map(({ rule, severity, lineNo, text }) => (
        <View key={`${rule}-${lineNo ?? 0}`} className={`ask-finding ask-finding--${severity}`}>
          <Text className="ask-finding__mark">{severity === 'block' ? '不能受理' : '需审核'}</Text>
          <Text className="ask-finding__text">{lineNo === null ? text : `第 ${lineNo} 行：${text}`}</Text>
        </View>
      ))}
    </View>
  );
