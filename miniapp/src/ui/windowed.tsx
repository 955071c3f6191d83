import { useEffect, useState, type PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { watchNear } from '@/platform/near-screen';

/**
 * A part of a long list: drawn near the screen, and far from it an empty box of the same height, so that a page of
 * thousands of rows holds a few dozen and nothing jumps. The page scrolls by itself, and rows may be of any height.
 */
export function Windowed({ id, className, children }: PropsWithChildren<{ id: string; className: string }>) {
  const [farHeightPx, setFarHeightPx] = useState<number>();
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
