import { Alert, Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { whenText } from '../../../ui/format';
import { EmptyHint } from '../../../ui/empty-hint';
import { ListTable } from '../../../ui/list-table';
import { Panel } from '../../../ui/panel';
import { useLeaveQuestion } from '../../../ui/use-leave-question';
import { ruleWords } from '../rule-words';
import { changesOf, compareRules, inputOf, withRule } from './draft';
import type { AuditPolicy, PolicyRule, RoleName } from './model';
import { PublishDialog } from './publish-dialog';
import { useReplayPolicy } from './queries';
import { ReplayPanel } from './replay-panel';
import { ruleColumns } from './rule-columns';
import { RuleDialog } from './rule-dialog';
import { StaleNotice } from './stale-notice';
import { VersionTable } from './version-table';
import './policy.css';

interface PolicyEditorProps {
  inForce: AuditPolicy;
  newestVersion: number;
  /** The newest version, which may begin later; unknown while it is asked for. */
  newest: AuditPolicy | null | undefined;
  roleName: RoleName;
}

/** What somebody has changed, and of which version; nothing until something is. */
interface Draft {
  readonly rules: readonly PolicyRule[];
  readonly baseVersion: number;
}

type View = 'all' | 'held' | 'changed';

/** Where the policy of the audit is read, drafted, tried and published. */
export function PolicyEditor({ inForce, newestVersion, newest, roleName }: PolicyEditorProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [view, setView] = useState<View>('all');
  const [changing, setChanging] = useState<PolicyRule | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const replay = useReplayPolicy();

  const rules = draft?.rules ?? inForce.rules;
  const baseVersion = draft?.baseVersion ?? newestVersion;
  const before = new Map(inForce.rules.map((rule) => [rule.rule, rule]));
  const changes = compareRules(inForce.rules, rules, roleName);
  const isDirty = changes.length > 0;
  const isStale = draft !== null && baseVersion < newestVersion;
  const isTried =
    replay.data !== undefined && JSON.stringify(replay.variables?.rules) === JSON.stringify(inputOf(rules));
  const pending = newest && newest.version > inForce.version ? newest : null;
  useLeaveQuestion(isDirty);

  const draftRules = (next: readonly PolicyRule[]) =>
    setDraft(compareRules(inForce.rules, next, roleName).length === 0 ? null : { rules: next, baseVersion });
  const isChanged = (rule: PolicyRule) => {
    const known = before.get(rule.rule);
    return known !== undefined && changesOf(known, rule, roleName).length > 0;
  };
  const shown = rules.filter(
    (rule) => view === 'all' || (view === 'held' ? rule.consequence === 'review' : isChanged(rule)),
  );
  const columns = [
    ...ruleColumns(roleName, before),
    {
      key: 'actions',
      title: '操作',
      stays: true,
      width: 104,
      render: (_: unknown, rule: PolicyRule) => (
        <div className="link-actions">
          <Button
            type="link"
            size="small"
            aria-label={`修改“${ruleWords[rule.rule].name}”`}
            onClick={() => setChanging(rule)}
            data-testid={`rule-edit-${rule.rule}`}
          >
            修改
          </Button>
          {isChanged(rule) && (
            <Button
              type="link"
              size="small"
              aria-label={`还原“${ruleWords[rule.rule].name}”`}
              onClick={() => draftRules(withRule(rules, before.get(rule.rule) ?? rule))}
              data-testid={`rule-undo-${rule.rule}`}
            >
              还原
            </Button>
          )}
        </div>
      ),
    },
  ];
  return (
    <>
      {isStale && (
        <div className="page-problem">
          <StaleNotice
            newestVersion={newestVersion}
            newest={newest}
            baseVersion={baseVersion}
            onTakeTheirs={() => setDraft(null)}
            onKeepMine={() => setDraft({ rules, baseVersion: newestVersion })}
          />
        </div>
      )}
      {pending && (
        <div className="page-problem">
          <Alert
            type="info"
            showIcon
            title={`第 ${pending.version} 版已发布，定于 ${whenText(pending.startsAt)} 生效：${pending.note}`}
            description="再发布的一版，从自己的生效时间起取代它；要撤回它，把现行策略再发布一次即可。"
            data-testid="policy-pending"
          />
        </div>
      )}
      <div className="policy-bar" ref={bar}>
        <span>
          {inForce.version === 0 ? '现行：常规规则' : `现行：第 ${inForce.version} 版，${inForce.note}`}
          {isDirty && (
            <b className="tp-warning" data-testid="policy-dirty">
              {' '}
              · 草稿改了 {new Set(changes.map(({ rule }) => rule)).size} 条规则，还没有发布
            </b>
          )}
        </span>
        <span className="policy-ask">
          <Button disabled={!isDirty} onClick={() => setDraft(null)} data-testid="policy-discard">
            放弃草稿
          </Button>
          <Button
            type="primary"
            disabled={(!isDirty && !pending) || isStale}
            onClick={() => setPublishing(true)}
            data-testid="policy-publish"
          >
            发布…
          </Button>
        </span>
      </div>
      <ListTable<PolicyRule>
        name="audit-policy"
        list={{
          data: { items: shown },
          error: null,
          isFetching: false,
          isPlaceholderData: false,
          refetch: () => undefined,
        }}
        rowKey={({ rule }) => rule}
        columns={columns}
        minWidth={1010}
        tools={
          <Segmented<View>
            aria-label="看哪些规则"
            value={view}
            onChange={setView}
            options={[
              { value: 'all', label: '全部规则' },
              { value: 'held', label: '会挂起的' },
              { value: 'changed', label: <span data-testid="view-changed">改过的</span> },
            ]}
          />
        }
        empty={<EmptyHint title="没有改过的规则" hint="在“全部规则”里修改；改过的会列在这里。" />}
      />
      <ReplayPanel
        rules={rules}
        replay={replay}
        isOld={replay.data !== undefined && !isTried}
        roleName={roleName}
      />
      <Panel title="历史版本" flush>
        <VersionTable
          inForce={inForce}
          roleName={roleName}
          onRestore={({ rules: restored }) => {
            draftRules(restored);
            setView('changed');
            bar.current?.scrollIntoView();
          }}
        />
      </Panel>
      <RuleDialog
        rule={changing}
        roleName={roleName}
        onClose={() => setChanging(null)}
        onDone={(rule) => draftRules(withRule(rules, rule))}
      />
      <PublishDialog
        open={isPublishing}
        rules={rules}
        changes={changes}
        expectedVersion={baseVersion}
        pending={pending}
        isTried={isTried}
        onClose={() => setPublishing(false)}
        onDone={() => setDraft(null)}
      />
    </>
  );
}
