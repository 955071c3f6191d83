import { useSearchParams } from 'react-router';

/** What a list is filtered by, kept in its address. Another filter starts at its first page. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const choose = (name: string, value: string | undefined) =>
    setParams((present) => {
      const next = new URLSearchParams(present);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  return { params, choose };
}
