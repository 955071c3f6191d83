import { Tag } from 'antd';
import { Link } from 'react-router';
import type { ListColumns } from '../../../ui/list-column';
import { channelWords, kindWords, type PriceList, standingWords, standsOn } from './model';

/** What customers, groups and regions are called. */
export interface AudienceNames {
  readonly buyer: (buyerId: string) => string;
  readonly group: (groupId: string) => string;
  readonly region: (prefix: string) => string;
}

/** Whom a list is for, in words. */
export function audienceText(list: PriceList, names: AudienceNames) {
  const { buyerId, groupId, level, regionPrefix, channel } = list;
  const parts = [
    buyerId !== null && names.buyer(buyerId),
    groupId !== null && names.group(groupId),
    level !== null && `${level} 级`,
    regionPrefix !== null && names.region(regionPrefix),
    channel !== null && channelWords[channel],
  ].filter(Boolean);
  return parts.length === 0 ? '所有客户' : parts.join(' · ');
}

/** The columns of the price lists; what may be done belongs to the screen. */
export const priceListColumns = (names: AudienceNames, today: string): ListColumns<PriceList> => [
  {
    key: 'name',
    title: '价目表',
    stays: true,
    render: (_, { priceListId, name }) => (
      <Link className="tp-link" to={`/prices/${priceListId}`} data-testid={`price-list-${priceListId}`}>
        {name}
      </Link>
    ),
  },
  {
    key: 'kind',
    title: '类型',
    width: 130,
    render: (_, { kind }) => <Tag color={kindWords[kind].color}>{kindWords[kind].text}</Tag>,
  },
  { key: 'audience', title: '适用客户', width: 260, render: (_, list) => audienceText(list, names) },
  {
    key: 'priority',
    title: '优先级',
    width: 80,
    align: 'right',
    render: (_, { priority }) => <span className="tp-figure">{priority}</span>,
  },
  {
    key: 'window',
    title: '有效期',
    width: 210,
    render: (_, { startsOn, endsOn }) => (
      <span className="tp-figure">
        {startsOn} 起{endsOn === null ? '，长期' : `，${endsOn} 止`}
      </span>
    ),
  },
  {
    key: 'standing',
    title: '状态',
    width: 90,
    render: (_, list) => {
      const words = standingWords[standsOn(list, today)];
      return <Tag color={words.color}>{words.text}</Tag>;
    },
  },
];
