import { useRef } from 'react';
import { ulid } from 'ulid';

/** A command id that stays while the same is said again, and changes with what is said. */
export function useIntent() {
  const latest = useRef({ said: '', id: '' });
  return (what: unknown) => {
    const said = JSON.stringify(what);
    if (said !== latest.current.said) latest.current = { said, id: ulid() };
    return latest.current.id;
  };
}
