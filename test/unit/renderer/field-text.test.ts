import { describe, expect, test } from 'vitest';
import {
  fieldLabel,
  flagText,
  looksLikeEmail,
  nameText,
  parseInput,
  shortReference,
  valueInside,
  valueText,
} from '../../../src/renderer/ui/field-text.ts';

describe('a typed text', () => {
  test('that is what stood there is no change of the value', () => {
    expect(parseInput('remote_id', '88', 88)).toBe(88);
    expect(parseInput('email', '', null)).toBeNull();
    expect(parseInput('email', '', '')).toBe('');
  });

  test('is kept to the letter', () => {
    expect(parseInput('last_name', '  Becker ', 'Becker')).toBe('  Becker ');
    expect(parseInput('last_name', '', 'Becker')).toBeNull();
  });
});

describe('values in words', () => {
  test('flags', () => {
    expect([true, false, null, undefined, 'true'].map(flagText)).toEqual([
      'Yes',
      'No',
      'Not set',
      'Not set',
      'Yes',
    ]);
  });

  test('nothing has a word of its own', () => {
    expect(valueText('email', null)).toBe('Empty');
    expect(valueText('primary', null)).toBe('Not set');
    expect(valueInside('email', '')).toBe('empty');
    expect(valueInside('last_name', 'Becker')).toBe('Becker');
  });

  test('a long identifier is shortened in the middle', () => {
    expect(shortReference('6d0c3b9e-41f7-4c02-9b1d-77c0e8a4a41f')).toBe('6d0c3b9e…a41f');
    expect(shortReference(88)).toBe('88');
    expect(shortReference(null)).toBe('');
  });

  test('a name from outside that a word list only seems to know is shown as it is', () => {
    expect(fieldLabel('constructor')).toBe('constructor');
    expect(valueText('type', 'constructor')).toBe('constructor');
    expect(valueText('constructor', 'name')).toBe('name');
  });

  test('a name', () => {
    expect(nameText({ first_name: 'Ana', last_name: null })).toBe('Ana');
    expect(nameText({ first_name: ' ', last_name: null })).toBe('No name');
  });
});

describe('an e-mail address', () => {
  test.each(['a@b.example', 'ana.lúcia+x@sul.example', '用户@例子.公司', ' a@b.example '])('%s', (text) => {
    expect(looksLikeEmail(text)).toBe(true);
  });

  test.each([
    'taro.okubo@hokkai,example',
    'a@b',
    '@b.example',
    'a b@c.example',
    'a@b..example',
    'a@@b.example',
  ])('is not %s', (text) => {
    expect(looksLikeEmail(text)).toBe(false);
  });
});
