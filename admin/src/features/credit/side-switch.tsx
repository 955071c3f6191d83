import { Segmented } from 'antd';
import type { BillSide } from './queries';

/** Chooses between what a distributor's customers owe it and what it owes itself. */
export const SideSwitch = ({
  value,
  titles,
  onChange,
}: {
  value: BillSide;
  titles: Readonly<Record<BillSide, string>>;
  onChange: (side: BillSide) => void;
}) => (
  <Segmented<BillSide>
    value={value}
    options={[
      { value: 'seller', label: titles.seller },
      { value: 'buyer', label: titles.buyer },
    ]}
    onChange={onChange}
  />
);
