import { anyPair } from './any-pair';

describe('pairs in a statement', () => {
  it('name exactly these, each first once', () => {
    const { text, parameters } = anyPair('owner', 'sku', [
      ['A', '1'],
      ['B', '1'],
      ['A', '2'],
      ['A', '1'],
    ]);

    expect(text).toBe('((owner = ? AND sku IN (?)) OR (owner = ? AND sku IN (?)))');
    expect(parameters).toEqual(['A', ['1', '2'], 'B', ['1']]);
  });

  it('match nothing when there are none', () => {
    expect(anyPair('owner', 'sku', [])).toEqual({ text: '(1 = 0)', parameters: [] });
  });
});
