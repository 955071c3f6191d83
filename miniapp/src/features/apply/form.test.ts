import { checkForm } from './check-form';
import { faultsOf } from './explain-refusal';
import { type ApplyForm, emptyForm, inputOf, readDay } from './form';

const whole: ApplyForm = {
  ...emptyForm('d01'),
  name: ' 好邻居便利店 ',
  contactName: '王老板',
  contactPhone: '13900001000',
  regionCode: '330106',
  addressDetail: '文三路 1 号',
  businessLicenceNo: '91330106ma2aaaaa1x',
  foodLicenceNo: 'jy13301060000011',
  foodLicenceExpiresOn: '20271231',
};
const noCode = { isAsked: false, code: '' };

it.each([
  ['20271231', '2027-12-31'],
  ['2027-12-31', '2027-12-31'],
  ['2027年12月31日', '2027-12-31'],
  ['20270231', null],
  ['2027123', null],
  ['', null],
])('reads %s as the day %s', (typed, day) => expect(readDay(typed)).toBe(day));

it('sends what was typed without its margins, numbers in capitals', () => {
  expect(inputOf(whole)).toMatchObject({
    name: '好邻居便利店',
    businessLicenceNo: '91330106MA2AAAAA1X',
    foodLicenceNo: 'JY13301060000011',
    foodLicenceExpiresOn: '2027-12-31',
    sellerCode: 'D01',
  });
});

it('names no supplier where none was named', () => {
  expect(inputOf({ ...whole, sellerCode: ' ' }).sellerCode).toBeUndefined();
});

it('finds nothing wrong with a whole form, nor with one without a food licence', () => {
  expect(checkForm(whole, noCode)).toEqual({});
  expect(checkForm({ ...whole, foodLicenceNo: '', foodLicenceExpiresOn: '' }, noCode)).toEqual({});
});

it('says of every empty field what belongs there', () => {
  expect(Object.keys(checkForm(emptyForm(''), noCode)).sort()).toEqual([
    'addressDetail',
    'businessLicenceNo',
    'contactName',
    'contactPhone',
    'name',
    'regionCode',
  ]);
});

it.each<[string, Partial<ApplyForm>, string]>([
  ['a credit code of another length', { businessLicenceNo: '9133' }, 'businessLicenceNo'],
  ['a day there is not', { foodLicenceExpiresOn: '20270230' }, 'foodLicenceExpiresOn'],
  ['a licence without its end', { foodLicenceExpiresOn: '' }, 'foodLicenceExpiresOn'],
  ['an end without its licence', { foodLicenceNo: '' }, 'foodLicenceNo'],
])('sees %s', (_what, given, field) => {
  expect(Object.keys(checkForm({ ...whole, ...given }, noCode))).toEqual([field]);
});

it('asks for the code where one is asked', () => {
  expect(checkForm(whole, { isAsked: true, code: '12' })).toHaveProperty('phoneCode');
  expect(checkForm(whole, { isAsked: true, code: '123456' })).toEqual({});
});

it('tells every fault of a form at its field', () => {
  const detail = 'businessLicence.malformed,foodLicence.expired';
  const faults = faultsOf({ code: 'partners.applicationFaulty', title: '申请资料有误', detail });

  expect(Object.keys(faults)).toEqual(['businessLicenceNo', 'foodLicenceExpiresOn']);
});

it('tells a refusal that has a field there, in the words of the server', () => {
  expect(faultsOf({ code: 'auth.codeWrong', title: '验证码不正确或已失效' })).toEqual({
    phoneCode: '验证码不正确或已失效',
  });
  const errors = [{ path: 'name', message: '太长' }];
  expect(faultsOf({ code: 'request.invalid', title: '请求有误', errors })).toEqual({ name: '太长' });
});

it('tells others nowhere, so that they stand beside the form', () => {
  expect(faultsOf({ code: 'rate.limited', title: '请求过于频繁' })).toEqual({});
});
