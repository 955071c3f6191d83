import { useSearchParams } from 'react-router';

/** What a list is filtered by, kept in its address. Another filter starts at its first page. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  /** Several at once: a second call in the same moment would not know of the first. */
  const chooseAll = (values: Readonly<Record<string, string | undefined>>) =>
    setParams((present) => {
      const next = new URLSearchParams(present);
      for (const [name, value] of Object.entries(values)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    });
  const choose = (name: string, value: string | undefined) => chooseAll({ [name]: value });
  return { params, choose, chooseAll };
}
