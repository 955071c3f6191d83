import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import './scan-code.scss';

/** Some quiet around the code, as scanners want it, in modules. */
const quietModules = 3;

/** A QR code to scan with a phone; what draws it is loaded when one is needed. */
export function ScanCode({ text, label }: { text: string; label: string }) {
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void import('uqr').then(({ renderSVG }) => {
      if (isGone) return;
      const svg = renderSVG(text, { ecc: 'M', border: quietModules });
      setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    });
    return () => {
      isGone = true;
    };
  }, [text]);
  return (
    <View className="scan-code" id="scan-code">
      {picture ? <img className="scan-code__picture" src={picture} alt={label} /> : null}
    </View>
  );
}
