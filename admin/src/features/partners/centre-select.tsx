import { Select } from 'antd';
import type { FieldProps } from '../../ui/found-select';
import { problemTitle } from '../../ui/problem-view';
import { useCentres } from './queries';

/** Chooses one of a chain's delivery centres. */
export function CentreSelect({
  chainId,
  width = '100%',
  testId,
  disabled,
  ...field
}: FieldProps<string | undefined> & { chainId: string | undefined }) {
  const centres = useCentres(chainId);
  const none = chainId === undefined ? '请先选连锁' : '这家连锁还没有配送中心，由它在收货地址里新增';
  return (
    <Select<string>
      {...field}
      disabled={disabled ?? chainId === undefined}
      allowClear
      options={centres.data?.map((centre) => ({ value: centre.addressId, label: centreText(centre) }))}
      loading={centres.isFetching}
      notFoundContent={centres.isError ? problemTitle(centres.error) : centres.isFetching ? '读取中…' : none}
      style={{ width }}
      data-testid={testId}
    />
  );
}

/** A delivery centre by its place. */
export const centreText = ({ regionName, detail }: { regionName: string; detail: string }) =>
  `${regionName}${detail}`;
