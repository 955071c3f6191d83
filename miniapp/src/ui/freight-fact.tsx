import { Text, View } from '@tarojs/components';
import { Fact } from './card';
import { CheckRow } from './check-row';
import { Yuan } from './yuan';
import './freight-fact.scss';

export interface Freight {
  readonly freightFen: number;
  readonly words: string;
  readonly isPickup: boolean;
  readonly nextStep?: string;
  readonly offersPickup?: boolean;
}

export interface FreightFactProps {
  freight: Freight | null;
  id: string;
  onPickup?: (isPickup: boolean) => void;
}

/** What of the goods is cancelled, as it is taken off: what is payable beside goods and freight. */
export const cancelledFenOf = ({
  payableFen,
  goodsFen,
  freight,
}: {
  readonly payableFen: number;
  readonly goodsFen: number;
  readonly freight: Pick<Freight, 'freightFen'> | null;
}) => payableFen - goodsFen - (freight?.freightFen ?? 0);

/** 运费, why it is that, what would make it nothing, and a choice to fetch the goods where that is offered. */
export const FreightFact = ({ freight, id, onPickup }: FreightFactProps) =>
  freight ? (
    <View className="freight-fact">
      <Fact name="运费">
        <Yuan id={id} fen={freight.freightFen} />
      </Fact>
      <Text className="freight-fact__words">{freight.words}</Text>
      {freight.nextStep ? (
        <Text id={`${id}-next`} className="freight-fact__next">
          {freight.nextStep}
        </Text>
      ) : null}
      {freight.offersPickup && onPickup ? (
        <CheckRow id={`${id}-pickup`} isOn={freight.isPickup} onToggle={() => onPickup(!freight.isPickup)}>
          <Text>自己上门提货，免运费</Text>
        </CheckRow>
      ) : null}
    </View>
  ) : null;
