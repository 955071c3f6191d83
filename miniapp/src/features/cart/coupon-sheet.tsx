import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { CheckRow } from '@/ui/check-row';
import { dayAndTime } from '@/ui/dates';
import { Sheet } from '@/ui/sheet';
import { Loading, Problem } from '@/ui/states';
import { Yuan } from '@/ui/yuan';
import { toggled, type CouponChoice, type OpenCoupon, type Wallet } from './coupon-choice';
import type { QuotedPromotion } from './quoted';
import './coupon-sheet.scss';

export interface CouponSheetProps {
  open: boolean;
  wallet: Wallet;
  /** What the quote says of them. */
  promotions: readonly QuotedPromotion[];
  choice: CouponChoice;
  onChoose: (choice: CouponChoice) => void;
  onClose: () => void;
}

/** Which coupons to use: those that save most, none, or some by name. The server says what comes of it. */
export const CouponSheet = ({ open, wallet, promotions, choice, onChoose, onClose }: CouponSheetProps) => (
  <Sheet
    title="选择优惠券"
    open={open}
    onClose={onClose}
    foot={
      <>
        <Button
          label="去领券"
          onPress={() => {
            onClose();
            goTo(places.offers);
          }}
        />
        <Button id="coupons-done" label="完成" look="main" onPress={onClose} />
      </>
    }
  >
    <CheckRow id="coupons-best" isOn={choice === undefined} onToggle={() => onChoose(undefined)}>
      <Text>自动选用最省的券</Text>
    </CheckRow>
    <CheckRow id="coupons-none" isOn={choice?.length === 0} onToggle={() => onChoose([])}>
      <Text>不使用优惠券</Text>
    </CheckRow>
    {wallet.coupons || wallet.error ? null : <Loading rows={2} />}
    {wallet.error && !wallet.coupons ? <Problem error={wallet.error} onRetry={wallet.reload} /> : null}
    {wallet.coupons?.map((coupon) => (
      <CheckRow
        key={coupon.couponId}
        id={`use-coupon-${coupon.couponId}`}
        isOn={choice?.includes(coupon.couponId) ?? false}
        onToggle={() => onChoose(toggled(choice, coupon.couponId))}
      >
        <CouponWords
          coupon={coupon}
          said={promotions.find(({ promotionId }) => promotionId === coupon.promotionId)}
        />
      </CheckRow>
    ))}
  </Sheet>
);

const CouponWords = ({ coupon, said }: { coupon: OpenCoupon; said: QuotedPromotion | undefined }) => (
  <View className="coupon-choice">
    <View className="coupon-choice__row">
      <Text className="coupon-choice__label">{coupon.label}</Text>
      {said && said.savedFen > 0 ? <Yuan fen={-said.savedFen} tone="deal" /> : null}
    </View>
    <Text className="coupon-choice__faint">{`${coupon.name} · 有效期至 ${dayAndTime(coupon.expiresAt)}`}</Text>
    {said && !said.isApplied ? (
      <Text className="coupon-choice__why">{said.nextStep ?? said.words}</Text>
    ) : null}
  </View>
);
