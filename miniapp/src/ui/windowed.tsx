import { useEffect, useState, type PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { watchNear } from '@/platform/near-screen';

export interface WindowedProps {
  id: string;
  className: string;
  /** Of a part that begins far from the screen, on H5: it is drawn only once it comes near. */
  expectedHeightPx?: number | undefined;
}

/**
 * A part of a long list: drawn near the screen, and far from it an empty box of the same height, so that a page of
 * thousands of rows holds a few dozen and nothing jumps. The page scrolls by itself, and rows may be of any height.
 */
export function Windowed({ id, className, expectedHeightPx, children }: PropsWithChildren<WindowedProps>) {
  const [farHeightPx, setFarHeightPx] = useState(
    process.env.TARO_ENV === 'h5' ? expectedHeightPx : undefined,
  );
  useEffect(
    () =>
      watchNear(id, (isNear, heightPx) => {
        if (isNear) setFarHeightPx(undefined);
        else if (heightPx > 0) setFarHeightPx(heightPx);
      }),
    [id],
  );
  return farHeightPx === undefined ? (
    <View id={id} className={className}>
      {children}
    </View>
  ) : (
    <View id={id} style={{ height: `${farHeightPx}px` }} />
  );
}
