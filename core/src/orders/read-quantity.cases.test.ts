import { aSku } from '../catalog/testing';
import { readQuantity } from './read-quantity';

const unit = (name: string, factor: number, sellable = true) => ({
  unit: name,
  factor,
  sellable,
  priceable: true,
  barcode: '',
  weightGrams: 0,
  volumeMl: 0,
});

const water = aSku({ baseUnit: '瓶', units: [unit('提', 6), unit('箱', 12), unit('托', 720, false)] });
const gum = aSku({ baseUnit: '盒', units: [] });
const odd = aSku({ baseUnit: '袋', units: [unit('箱', 15)] });

describe('a quantity as people write it', () => {
  it.each([
    ['a bare number counts bottles', water, '24', '', 24],
    ['cases and bottles', water, '2箱5瓶', '', 29],
    ['cases, packs and bottles', water, '1箱1提2瓶', '', 20],
    ['bottles first', water, '5瓶2箱', '', 29],
    ['cases and a bare rest', water, '2箱5', '', 29],
    ['with spaces', water, ' 2 箱 5 瓶 ', '', 29],
    ['full-width digits', water, '２箱５瓶', '', 29],
    ['commas between thousands', water, '1,200', '', 1_200],
    ['commas and a unit', water, '1,200箱', '', 14_400],
    ['so many times so many', water, '2x5', '', 10],
    ['so many times so many cases, as on a carton', water, '2 × 3箱', '', 72],
    ['half a case', water, '半箱', '', 6],
    ['a case and a half', water, '一箱半', '', 18],
    ['one and a half cases', water, '1.5箱', '', 18],
    ['Chinese digits', water, '三箱', '', 36],
    ['Chinese tens', water, '十二箱', '', 144],
    ['Chinese twenties', water, '二十瓶', '', 20],
    ['a Chinese hundred and five', water, '一百零五瓶', '', 105],
    ['two as it is spoken', water, '两箱', '', 24],
    ['pieces mean cases', water, '3件', '', 36],
    ['pieces mean the unit called so', aSku({ baseUnit: '瓶', units: [unit('件', 24)] }), '3件', '', 72],
    ['a unit in its own column', water, '3', '箱', 36],
    ['a unit in the text beats its column', water, '3瓶', '箱', 3],
    ['a tenth of a case that comes out whole', odd, '0.2箱', '', 3],
    ['goods without a case', gum, '7盒', '', 7],
  ])('%s', (_situation, sku, text, column, quantity) => {
    expect(readQuantity(text, sku, column)).toEqual({ quantity });
  });

  it.each([
    ['nothing', water, '', 'empty', []],
    ['only spaces', water, '  ', 'empty', []],
    ['words', water, '很多', 'unreadable', ['2箱']],
    ['a unit without a number', water, '箱', 'unreadable', ['2箱']],
    ['a minus', water, '-3', 'unreadable', ['2箱']],
    ['zero', water, '0', 'zero', []],
    ['zero cases', water, '0箱', 'zero', []],
    ['a unit there is not', water, '3桶', 'unitUnknown', ['瓶', '提', '箱', '件']],
    ['a unit it is not sold in', water, '1托', 'unitUnknown', ['瓶', '提', '箱', '件']],
    ['a case of goods without one', gum, '1箱', 'unitUnknown', ['盒']],
    ['part of a bottle', water, '1.3箱', 'notWhole', ['15瓶', '16瓶']],
    ['half an odd case', odd, '半箱', 'notWhole', ['7袋', '8袋']],
    ['half a bottle', water, '半瓶', 'notWhole', ['1瓶']],
    ['more than a row may ask for', water, '99999箱', 'tooMany', ['1000000瓶']],
  ])('%s cannot be ordered', (_situation, sku, text, fault, suggestions) => {
    expect(readQuantity(text, sku)).toEqual({ fault, suggestions });
  });
});
