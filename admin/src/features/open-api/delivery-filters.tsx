import { Select } from 'antd';
import type { Delivery, DeliveryFilter, Webhook } from './queries';
import { deliveryWords, hookTypes, typeText } from './words';

const states = Object.keys(deliveryWords) as readonly Delivery['state'][];
const types: readonly Delivery['type'][] = [...hookTypes, 'webhook.test'];
const stateOptions = states.map((value) => ({ value, label: deliveryWords[value].text }));
const typeOptions = types.map((value) => ({ value, label: typeText(value) }));

/** What an address asks for, as far as there is such a thing. */
export const deliveryFilterOf = (params: URLSearchParams): DeliveryFilter => ({
  webhookId: params.get('webhook') ?? undefined,
  state: states.find((state) => state === params.get('state')),
  type: types.find((type) => type === params.get('type')),
});

interface DeliveryFiltersProps {
  filter: DeliveryFilter;
  webhooks: readonly Webhook[];
  onChoose: (name: string, value: string | undefined) => void;
}

/** Narrows deliveries to an address, a state and an event. */
export const DeliveryFilters = ({ filter, webhooks, onChoose }: DeliveryFiltersProps) => (
  <>
    <Select<string>
      aria-label="推送到"
      value={filter.webhookId}
      onChange={(value) => onChoose('webhook', value)}
      allowClear
      placeholder="全部推送地址"
      options={webhooks.map(({ webhookId, name }) => ({ value: webhookId, label: name }))}
      style={{ width: 180 }}
      data-testid="filter-webhook"
    />
    <Select<Delivery['state']>
      aria-label="状态"
      value={filter.state}
      onChange={(value) => onChoose('state', value)}
      allowClear
      placeholder="全部状态"
      options={stateOptions}
      style={{ width: 130 }}
      data-testid="filter-state"
    />
    <Select<Delivery['type']>
      aria-label="事件"
      value={filter.type}
      onChange={(value) => onChoose('type', value)}
      allowClear
      placeholder="全部事件"
      options={typeOptions}
      style={{ width: 160 }}
      data-testid="filter-type"
    />
  </>
);
