import { useKept } from '@/platform/use-kept';
import { Confirm } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { readDay } from '@/ui/read-day';
import { readUnits, sayUnits } from '@/ui/read-units';
import { say } from '@/ui/toast';
import { leftOf } from './inbound-card';
import { QuantityField, quantityProblem } from './quantity-field';
import { useReceiveInbound, type Inbound } from './queries';

/** Takes in expected goods, whole or in part, as a lot. What is typed stays on the device until it is taken in. */
export function ReceiveInbound({ inbound, onClose }: { inbound: Inbound; onClose: () => void }) {
  const { inboundId, units } = inbound;
  const left = leftOf(inbound);
  const [typed, setTyped, drop] = useKept(`receive:${inboundId}`, {
    lotNo: '',
    producedOn: '',
    quantity: sayUnits(left, units),
  });
  const receive = useReceiveInbound(inboundId);
  const producedOn = readDay(typed.producedOn);
  const quantity = readUnits(typed.quantity, units);
  const isReady =
    typed.lotNo.trim() !== '' &&
    producedOn !== null &&
    quantity !== null &&
    quantity > 0 &&
    quantityProblem(typed.quantity, units, left) === undefined;
  const confirm = () => {
    if (producedOn === null || quantity === null) return;
    receive.mutate(
      { lotNo: typed.lotNo.trim(), producedOn, quantity },
      {
        onSuccess: () => {
          drop();
          say(`已入库 ${sayUnits(quantity, units)}`);
          onClose();
        },
      },
    );
  };
  return (
    <Confirm
      title={`到货入库 · ${inbound.skuName}`}
      open
      text={`${inbound.warehouseName}还有 ${sayUnits(left, units)} 未到；几个批次分几次入库，少到的部分留着等下次。`}
      confirmLabel="确认入库"
      pending={receive.isPending}
      disabled={!isReady}
      error={receive.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field
        id="receive-lot"
        label="批号"
        value={typed.lotNo}
        lengthMax={40}
        placeholder="照包装上写"
        onChange={(lotNo) => setTyped({ ...typed, lotNo })}
      />
      <Field
        id="receive-day"
        label="生产日期"
        value={typed.producedOn}
        lengthMax={12}
        placeholder="如 20261120"
        error={
          typed.producedOn.trim().length >= 8 && producedOn === null
            ? '写成 20261120 或 2026-11-20'
            : undefined
        }
        hint={producedOn ?? '年月日，照包装上写'}
        onChange={(day) => setTyped({ ...typed, producedOn: day })}
      />
      <QuantityField
        id="receive-quantity"
        label="实收数量"
        value={typed.quantity}
        units={units}
        most={left}
        onChange={(words) => setTyped({ ...typed, quantity: words })}
      />
    </Confirm>
  );
}
