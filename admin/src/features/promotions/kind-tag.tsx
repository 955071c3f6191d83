import { useKinds } from './queries';
import { hueOf } from './kind-hue';
import './promotions.css';

/** A kind in its colour, the same everywhere. */
export function KindTag({ kind }: { kind: string }) {
  const kinds = useKinds().data;
  return (
    <span className="kind-tag" style={{ '--hue': hueOf(kind, kinds) } as React.CSSProperties}>
      {kinds?.get(kind)?.title ?? kind}
    </span>
  );
}
