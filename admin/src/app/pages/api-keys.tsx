import { PlusOutlined, ReadOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { keyColumns, keyCsv } from '../../features/open-api/key-columns';
import { NewKeyDialog, RevokeKeyDialog } from '../../features/open-api/key-dialogs';
import { type ApiKey, keyPages, useApiKeys } from '../../features/open-api/queries';
import { SaidSecretDialog, type SaidSecret } from '../../features/open-api/said-secret';
import { keyWords } from '../../features/open-api/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';
import { ViewMenu } from '../../ui/view-menu';

type Standing = ApiKey['standing'];
const standings = Object.keys(keyWords) as readonly Standing[];
const standingOptions = [
  { value: 'all', label: '全部' },
  ...standings.map((value) => ({ value: value as string, label: keyWords[value].text })),
];

/** API 密钥: the keys of the party's own programs. */
export default function ApiKeysPage() {
  const { params, choose } = useFilters();
  const standing = standings.find((one) => one === params.get('standing'));
  const pages = useCursorPages();
  const keys = useApiKeys(standing, pages.cursor);
  const [isMaking, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const [said, setSaid] = useState<SaidSecret | null>(null);
  useKeys({ n: () => setMaking(true) }, !isMaking && revoked === null && said === null);
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 80,
    render: (_: unknown, key: ApiKey) =>
      key.standing === 'revoked' ? null : (
        <div className="link-actions">
          <Button
            type="link"
            size="small"
            danger
            onClick={() => setRevoked(key)}
            data-testid={`key-revoke-${key.keyId}`}
          >
            吊销
          </Button>
        </div>
      ),
  };
  return (
    <Page
      title="API 密钥"
      hint={
        <>
          让自己的 ERP、仓库等系统凭密钥下单和查询；按 <kbd>N</kbd> 新建
        </>
      }
      extra={
        <>
          <Button icon={<ReadOutlined />} href="/api/docs/" target="_blank" rel="noreferrer">
            接口文档
          </Button>
          <ExportButton name="API 密钥" columns={keyCsv} fetchPage={keyPages(standing)} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setMaking(true)}
            data-testid="key-new"
          >
            新建密钥
          </Button>
        </>
      }
    >
      <div className="tp-filters">
        <Segmented
          aria-label="状态"
          value={standing ?? 'all'}
          options={standingOptions}
          onChange={(value) => choose('standing', value === 'all' ? undefined : value)}
        />
      </div>
      <PagedTable
        name="api-keys"
        list={keys}
        pages={pages}
        rowKey={({ keyId }) => keyId}
        tools={<ViewMenu list="api-keys" />}
        columns={[...keyColumns, actionColumn]}
        minWidth={1080}
        empty={
          <EmptyHint
            title={standing ? '没有符合条件的密钥' : '还没有密钥'}
            hint={
              standing
                ? '换一个状态再看。'
                : '点“新建密钥”，为每个系统各建一个，只给它需要的权限；密钥只显示一次。'
            }
          />
        }
      />
      <NewKeyDialog open={isMaking} onClose={() => setMaking(false)} onSaid={setSaid} />
      <RevokeKeyDialog subject={revoked} onClose={() => setRevoked(null)} />
      <SaidSecretDialog said={said} onClose={() => setSaid(null)} />
    </Page>
  );
}
