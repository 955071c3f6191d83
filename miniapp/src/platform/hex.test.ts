import { hexOf } from './hex';

it('writes each byte with two digits', () => {
  expect(hexOf(new Uint8Array([0, 10, 255]))).toBe('000aff');
});
