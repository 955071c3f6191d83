import { Text, View } from '@tarojs/components';
import './findings.scss';

export interface FindingWords {
  readonly rule: string;
  readonly severity: 'block' | 'review' | 'notice';
  readonly lineNo: number | null;
  readonly message: string;
  readonly remedy: string;
}

const severityWords = { block: '不可下单', review: '需审核', notice: '提示' } as const;

/** What the audit found: the rule's numbers in words, and what to do about it. */
export const Findings = ({ findings }: { findings: readonly FindingWords[] }) =>
  findings.length === 0 ? null : (
    <View className="findings">
      {findings.map((finding, at) => (
        <View
          key={`${finding.rule}-${finding.lineNo ?? 0}-${at}`}
          className={`finding finding--${finding.severity}`}
        >
          <Text className="finding__severity">{severityWords[finding.severity]}</Text>
          <View className="finding__words">
            <Text className="finding__message">{finding.message}</Text>
            {finding.remedy ? <Text className="finding__remedy">{finding.remedy}</Text> : null}
          </View>
        </View>
      ))}
    </View>
  );
