import { Tag } from 'antd';
import type { ListColumns } from '../../../ui/list-column';
import { When } from '../../../ui/when';
import type { AuditPolicy } from './model';

/** The columns of the versions; the last one, what to do, belongs to the table. */
export const versionColumns = (inForceVersion: number): ListColumns<AuditPolicy> => [
  {
    key: 'version',
    title: '版本',
    stays: true,
    width: 130,
    render: (_, { version }) => (
      <>
        <b>第 {version} 版</b> {version === inForceVersion && <Tag color="green">现行</Tag>}
        {version > inForceVersion && <Tag color="gold">待生效</Tag>}
      </>
    ),
  },
  { key: 'startsAt', title: '生效', width: 140, render: (_, { startsAt }) => <When at={startsAt} /> },
  { key: 'note', title: '说明', width: 300, render: (_, { note }) => note },
  { key: 'actor', title: '发布人', width: 110, render: (_, { actorName }) => actorName },
  { key: 'at', title: '发布', width: 140, render: (_, { at }) => <When at={at} /> },
];
