import type { ScreenElement } from './elements';
import { callOn } from './receivers';

const touch = { identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 };
const isTouch = (type: string) => /^(?:tap|touch|long)/.test(type);

const asTarget = ({ attributes, dataset }: ScreenElement) => ({
  id: attributes.id ?? '',
  offsetLeft: 0,
  offsetTop: 0,
  dataset: { ...dataset },
});

export interface FiredEvent {
  readonly type: string;
  readonly detail: object;
  /** Taps go on to the elements around; what an input tells stays with it. */
  readonly bubbles: boolean;
}

/** Fires an event as WeChat does: at the target, then at each bound element around it. Answers how many were bound. */
export function fireEvent(
  target: ScreenElement,
  fired: FiredEvent,
  onError: (error: unknown) => void,
): number {
  const { type, detail, bubbles } = fired;
  let told = 0;
  for (let element: ScreenElement | null = target; element; element = bubbles ? element.parent : null) {
    const binding = element.bindings.get(type);
    if (!binding?.handler) continue;
    const touches = isTouch(type) ? [touch] : undefined;
    const event = {
      type,
      timeStamp: Math.floor(performance.now()),
      target: asTarget(target),
      currentTarget: asTarget(element),
      mark: {},
      detail,
      touches,
      changedTouches: touches,
    };
    callOn(element.owner, element.owner[binding.handler], [event], onError);
    told += 1;
    if (binding.stops) break;
  }
  return told;
}
