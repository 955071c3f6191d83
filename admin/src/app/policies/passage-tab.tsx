import { Select } from 'antd';
import { useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import { isPlace, PlacePicker } from '../../features/territory/place-picker';
import { PassageAnswer } from '../../features/territory/terms/passage-answer';
import { PlaceHolders } from '../../features/territory/terms/place-holders';
import { type Channel, channelOf, channelOptions } from '../../ui/channels';
import { Panel } from '../../ui/panel';
import { useFilters } from '../../ui/use-filters';

const DISTRICT_DIGITS = 6;

/** What is asked, out of the address; null while there is too little to ask about. */
function askedIn(params: URLSearchParams) {
  const skuId = params.get('sku');
  const place = params.get('place');
  const channel = channelOf(params.get('channel'));
  if (skuId === null || place === null || channel === undefined || !isPlace(place)) return null;
  return {
    sellerId: params.get('seller') ?? undefined,
    skuId,
    regionCode: place.slice(0, DISTRICT_DIGITS),
    townCode: place.length > DISTRICT_DIGITS ? place : undefined,
    channel,
  };
}

/** 区域试算: would an order to a place be let through, and whose is it. */
export function PassageTab() {
  const isHeadquarters = useMe().party.kind === 'hq';
  const { params, choose } = useFilters();
  const asked = askedIn(params);
  const place = params.get('place') ?? undefined;
  return (
    <>
      <p className="tp-muted">
        不下单先问一句：这个商品发到那里，会放行、转人工还是拦截，依据哪一条授权。和下单时用的是同一套检查。
      </p>
      <div className="tp-filters">
        {isHeadquarters && (
          <PartyPicker
            label="供货方"
            kind="distributor"
            placeholder="供货方：总部自己"
            value={params.get('seller') ?? undefined}
            onChange={(seller) => choose('seller', seller)}
            width={220}
            testId="passage-seller"
          />
        )}
        <SkuPicker
          label="商品"
          value={params.get('sku') ?? undefined}
          onChange={(sku) => choose('sku', sku)}
          width={280}
          testId="passage-sku"
        />
        <PlacePicker
          label="收货地"
          placeholder="收货地：选到区县或乡镇"
          value={place}
          onChange={(code) => choose('place', code)}
          width={300}
          testId="passage-place"
        />
        <Select<Channel>
          aria-label="客户渠道"
          placeholder="客户渠道"
          allowClear
          value={channelOf(params.get('channel'))}
          options={channelOptions}
          onChange={(channel?: Channel) => choose('channel', channel)}
          style={{ width: 130 }}
          data-testid="passage-channel"
        />
      </div>
      <Panel title="结果">
        {place !== undefined && !isPlace(place) && <p className="tp-warning">收货地请选到区县或乡镇。</p>}
        <PassageAnswer asked={asked} />
        {isHeadquarters && asked && (
          <PlaceHolders regionCode={asked.regionCode} channel={asked.channel} on={undefined} />
        )}
      </Panel>
    </>
  );
}
