import { Button } from '@/ui/button';
import { InlineProblem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { say } from '@/ui/toast';
import { CouponTicket } from './coupon-ticket';
import { useClaimCoupon, type Offer } from './queries';
import { endWords } from './words';

/** A coupon that a supplier offers, and the button to claim it; a refusal stays beside it. */
export function ClaimTicket({ offer }: { offer: Offer }) {
  const claim = useClaimCoupon();
  const { promotionId, label, name, endsAt, isClaimable } = offer;
  return (
    <CouponTicket
      id={`claim-of-${promotionId}`}
      label={label}
      name={name}
      time={endWords(endsAt)}
      action={
        isClaimable ? (
          <Button
            id={`claim-${promotionId}`}
            label="领取"
            look="main"
            size="small"
            pending={claim.isPending}
            pendingLabel="领取中…"
            onPress={() => claim.mutate(promotionId, { onSuccess: () => say('已领取，下单时自动选用') })}
          />
        ) : (
          <Tag tone="success">已领取</Tag>
        )
      }
      foot={claim.error ? <InlineProblem error={claim.error} /> : null}
    />
  );
}
