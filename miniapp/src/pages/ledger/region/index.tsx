import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { DivisionRow } from '@/features/region/division-row';
import { GrantRow } from '@/features/region/grant-row';
import { grantTable } from '@/features/region/grant-table';
import {
  country,
  everyGrant,
  useDivisionName,
  useGrants,
  useHolders,
  useProductLines,
} from '@/features/region/queries';
import { RegionMap } from '@/features/region/region-map';
import { shareOf } from '@/features/region/words';
import { signedIn } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { SaveButton } from '@/ui/save-button';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import './index.scss';

const head = { title: '我的区域' };

/** A division out of an address; the country for what is none. */
const areaOf = (text: string) => (/^\d{6}$/.test(text) ? text : country);

/** What a division lies in: the country over a province, a province over its cities, a city over its districts. */
const areaOver = (area: string) => {
  if (/0000$/.test(area)) return country;
  return /00$/.test(area) ? `${area.slice(0, 2)}0000` : `${area.slice(0, 4)}00`;
};

/** Where I may sell: on a map, division by division, and grant by grant. */
function RegionPage() {
  const [filters, change] = useAddressFilters({ area: country, line: '' });
  const area = areaOf(filters.area);
  const name = useDivisionName(area);
  const productLines = useProductLines();
  const holders = useHolders(area, filters.line);
  const grants = useGrants(area, filters.line);
  usePullDownRefresh(() => void rereadFirst(['territory']).then(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => {
    if (grants.hasNextPage && !grants.isFetchingNextPage) void grants.fetchNextPage();
  });
  const here = area === country ? '全国' : (name.data ?? area);
  const held = (holders.data ?? []).filter((division) => shareOf(division) !== 'none');
  const list = grants.data?.pages.flatMap(({ items }) => items) ?? [];
  const enter = (code: string) => change({ area: code });
  return (
    <Page {...head} width="desk">
      <View className="region-tools">
        <Chips
          name="line"
          chips={[
            { value: '', label: '全部产品线' },
            ...(productLines.data ?? []).map((line) => ({ value: line, label: line })),
          ]}
          value={filters.line}
          onChange={(line) => change({ line })}
        />
      </View>
      <View className="region">
        <View className="region__main">
          <Card
            title={here}
            extra={
              area === country ? undefined : (
                <Button
                  id="region-up"
                  label="返回上一级"
                  size="small"
                  onPress={() => enter(areaOver(area))}
                />
              )
            }
          >
            {holders.isPending ? <Loading rows={3} /> : null}
            {holders.isError && !holders.data ? (
              <Problem error={holders.error} onRetry={() => void holders.refetch()} />
            ) : null}
            {holders.data ? (
              <>
                <RegionMap
                  area={area}
                  label={`${here}的授权范围：${held.map((one) => one.name).join('、') || '没有授权'}`}
                  divisions={holders.data}
                  onEnter={enter}
                />
                {held.length === 0 ? (
                  <Nothing title="这里没有授权给您的区域" advice="换一条产品线看看，或联系总部申请授权" />
                ) : null}
                {held.map((division) => (
                  <DivisionRow
                    key={division.code}
                    division={division}
                    onEnter={
                      division.hasChildren && /^\d{6}$/.test(division.code)
                        ? () => enter(division.code)
                        : undefined
                    }
                  />
                ))}
              </>
            ) : null}
          </Card>
        </View>
        <View className="region__side">
          <Card
            title="授权明细"
            extra={
              <SaveButton
                id="save-grants"
                disabled={list.length === 0}
                table={async () => grantTable(await everyGrant())}
              />
            }
          >
            {grants.isPending ? <Loading rows={2} /> : null}
            {grants.isError && list.length === 0 ? (
              <Problem error={grants.error} onRetry={() => void grants.refetch()} />
            ) : null}
            {grants.isSuccess && list.length === 0 ? (
              <Nothing title="没有授权" advice="总部授权后，区域、产品线、渠道和期限会列在这里" />
            ) : null}
            {list.map((grant) => (
              <GrantRow key={grant.grantId} grant={grant} />
            ))}
            {list.length > 0 ? (
              <ListFoot
                hasMore={grants.hasNextPage}
                pending={grants.isFetchingNextPage}
                onMore={() => void grants.fetchNextPage()}
              />
            ) : null}
          </Card>
        </View>
      </View>
    </Page>
  );
}

export default signedIn(RegionPage, head);
