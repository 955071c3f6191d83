import { isMobile } from './check-phone';
import { maskPhone } from './verified-phone';

it('shows of a phone what its holder knows it by', () => {
  expect(maskPhone('13812345678')).toBe('138****5678');
});

it.each([
  ['13812345678', true],
  ['12812345678', false],
  ['1381234567', false],
  ['0571-88888888', false],
  ['400-800-1234', false],
])('sends text messages to %s: %s', (phone, expected) => expect(isMobile(phone)).toBe(expected));
