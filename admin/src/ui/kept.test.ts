import { keepText, keptText } from './kept';

const storageOf = (storage: Partial<Storage>) =>
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });

afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'));

it('keeps a text and forgets it', () => {
  const texts = new Map<string, string>();
  storageOf({
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  });

  expect(keepText('a', 'one')).toBe(true);
  expect([keptText('a'), keptText('b')]).toEqual(['one', null]);
  expect(keepText('a', null)).toBe(true);
  expect(keptText('a')).toBeNull();
});

it('holds it until the page is left where the browser refuses, and says so', () => {
  const refuse = () => {
    throw new Error('storage is switched off');
  };
  storageOf({ getItem: refuse, setItem: refuse, removeItem: refuse });

  expect(keptText('c')).toBeNull();
  expect(keepText('c', 'one')).toBe(false);
  expect(keptText('c')).toBe('one');
  keepText('c', null);
  expect(keptText('c')).toBeNull();
});
