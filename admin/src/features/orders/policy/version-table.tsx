import { Button } from 'antd';
import { useState } from 'react';
import { useInnerPages } from '../../../ui/cursor-pager';
import { EmptyHint } from '../../../ui/empty-hint';
import { PagedTable } from '../../../ui/paged-table';
import { ChangeList } from './change-list';
import { compareRules } from './draft';
import type { AuditPolicy, RoleName } from './model';
import { usePolicyVersions } from './queries';
import { versionColumns } from './version-columns';

interface VersionTableProps {
  inForce: AuditPolicy;
  roleName: RoleName;
  onRestore: (version: AuditPolicy) => void;
}

/** Every version that was ever published; an older one may be taken into the draft. */
export function VersionTable({ inForce, roleName, onRestore }: VersionTableProps) {
  const pages = useInnerPages();
  const versions = usePolicyVersions(pages.cursor);
  const [opened, setOpened] = useState<AuditPolicy | null>(null);
  const columns = [
    ...versionColumns(inForce.version),
    {
      key: 'actions',
      title: '操作',
      stays: true,
      width: 170,
      render: (_: unknown, version: AuditPolicy) => (
        <div className="link-actions">
          <Button
            type="link"
            size="small"
            aria-expanded={opened?.version === version.version}
            onClick={() => setOpened(opened?.version === version.version ? null : version)}
            data-testid={`version-compare-${version.version}`}
          >
            与现行比较
          </Button>
          <Button
            type="link"
            size="small"
            onClick={() => onRestore(version)}
            data-testid={`version-restore-${version.version}`}
          >
            恢复到草稿
          </Button>
        </div>
      ),
    },
  ];
  return (
    <>
      <PagedTable<AuditPolicy>
        name="policy-versions"
        list={versions}
        pages={pages}
        rowKey={({ version }) => String(version)}
        columns={columns}
        minWidth={860}
        empty={
          <EmptyHint
            title="还没有发布过策略"
            hint="现在按常规规则审单。修改上面的规则并发布，就是第 1 版。"
          />
        }
      />
      {opened && (
        <div className="policy-compare">
          <h3>第 {opened.version} 版与现行的不同</h3>
          <ChangeList
            changes={compareRules(inForce.rules, opened.rules, roleName)}
            testId="version-changes"
          />
        </div>
      )}
    </>
  );
}
